import Console
import Figures
import XCTest

/// A curve and bars as they are drawn.
///
/// To record a picture anew: look at it on a terminal first, then put it here by hand.
final class ChartSnapshotTests: XCTestCase {
  private struct Snapshot {
    var figure: Figure
    var style: TextStyle
    var picture: String
  }

  func testPictures() {
    for snapshot in snapshots {
      let drawn = snapshot.figure.text(snapshot.style).joined(separator: "\n")
      XCTAssertEqual(drawn, snapshot.picture, "\(snapshot.style)")
    }
  }

  private let snapshots = [
    Snapshot(
      figure: Samples.throughput, style: TextStyle(width: 80, ascii: false),
      picture: """
        Throughput flattens at one over the work
        throughput, requests/s
        40 ┤
           │               knee ◆    ○⣀⣀⣀⣀⣀⣀○⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀○⣀⣀⣀⣀⣀⣀○⣀⣀⣀⣀⣀⣀⣀○⣀⣀⣀⣀⣀⣀⣀⣀⣀○⣀⣀⣀⣀⣀⣀○
        30 ┤                     ⢀⡠⠒⠉
           │                  ⣀⠤⠊⠁
           │               ⢀⠤○
        20 ┤             ⡠⠔⠁
           │          ⢀⠤⠊
           │        ⡠⠔⠁
        10 ┤   ⢀⡠⠤⠒○
           │○⠶⠭⠥⠤⠤⠤●⠤⠤⠤⠤⠤⠤⠤⠤⠤●⠤⠤⠤⠤⠤⠤⠤●⠤⠤⠤⠤⠤⠤●⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤●⠤⠤⠤⠤⠤⠤●⠤⠤⠤⠤⠤⠤⠤●⠤⠤⠤⠤⠤⠤⠤⠤⠤●⠤⠤⠤⠤⠤⠤●
         0 ┤
           └┬────────────────────────┬────────────────────────┬────────────────────────┬
            1                       10                       100                   1,000
                                          requests at once
            ● one at a time  ○ event loop  ◆ knee (6.66, 33.3 requests/s)
        """),
    Snapshot(
      figure: Samples.throughput, style: TextStyle(width: 80, ascii: true),
      picture: """
        Throughput flattens at one over the work
        throughput, requests/s
        40 +
           |
        30 +                knee * ..B.......B........B.......B.......B........B.......B
           |                   ....
           |                .B.
        20 +             ...
           |          ...
        10 +      ..B.
           |  ....
           |B.......A........A.......A.......A........A.......A.......A........A.......A
         0 +
           ++------------------------+------------------------+------------------------+
            1                       10                       100                   1,000
                                          requests at once
            A one at a time  B event loop  * knee (6.66, 33.3 requests/s)
        """),
    Snapshot(
      figure: Samples.throughput, style: TextStyle(width: 40, ascii: false),
      picture: """
        Throughput flattens at one over the work
        throughput, requests/s
        40 ┤
           │    knee ◆  ○⣀⣀⣀⣀⣀⣀⣀○⣀⣀⣀⣀⣀⣀○⣀⣀⣀⣀○⣀⣀⣀
        30 ┤          ⢀⠎
           │         ⡰⠁
           │       ⢀○
        20 ┤      ⢠⠊
           │     ⡰⠁
           │    ⡔⠁
        10 ┤ ⢀⡠⠊
           │○⠥⠤⠤⠤⠤⠤⠤●⠤⠤⠤●⠤⠤⠤⠤⠤⠤⠤●⠤⠤⠤⠤⠤⠤●⠤⠤⠤⠤●⠤⠤⠤
         0 ┤
           └┬───────────┬──────────┬───────────┬
            1          10         100      1,000
                      requests at once
            ● one at a time  ○ event loop
            ◆ knee (6.66, 33.3 requests/s)
        """),
    Snapshot(
      figure: Samples.throughput, style: TextStyle(width: 100, ascii: false),
      picture: """
        Throughput flattens at one over the work
        throughput, requests/s
        40 ┤
           │                     knee ◆    ⢀○⣀⣀⣀⣀⣀⣀⣀⣀○⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀○⣀⣀⣀⣀⣀⣀⣀⣀○⣀⣀⣀⣀⣀⣀⣀⣀⣀○⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀○⣀⣀⣀⣀⣀⣀⣀⣀○
        30 ┤                           ⢀⡠⠔⠊⠁
           │                       ⢀⡠⠔⠊⠁
           │                    ⡠⠔○⠁
        20 ┤                ⢀⡠⠔⠉
           │             ⢀⠤⠒⠁
           │          ⣀⠤⠊⠁
        10 ┤    ⣀⣀⠤⠔⠒○
           │○⠶⠮⠭⠤⠤⠤⠤⠤●⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤●⠤⠤⠤⠤⠤⠤⠤⠤⠤●⠤⠤⠤⠤⠤⠤⠤⠤●⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤●⠤⠤⠤⠤⠤⠤⠤⠤●⠤⠤⠤⠤⠤⠤⠤⠤⠤●⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤●⠤⠤⠤⠤⠤⠤⠤⠤●
         0 ┤
           └┬─────────┬───────────┬─────────┬────────┬────────────┬────────┬─────────┬───────────┬─────────┬
            1         2           5        10       20           50       100       200         500    1,000
                                                    requests at once
            ● one at a time  ○ event loop  ◆ knee (6.66, 33.3 requests/s)
        """),
    Snapshot(
      figure: Samples.throughput, style: TextStyle(width: 200, ascii: true),
      picture: """
        Throughput flattens at one over the work
        throughput, requests/s
        40 +
           |
        30 +                     knee *   ..B........B............B........B.........B...........B.........B
           |                         .....
           |                    ..B..
        20 +                ....
           |            ....
        10 +        ..B.
           |   .....
           |B.........A...........A.........A........A............A........A.........A...........A.........A
         0 +
           ++---------+-----------+---------+--------+------------+--------+---------+-----------+---------+
            1         2           5        10       20           50       100       200         500    1,000
                                                    requests at once
            A one at a time  B event loop  * knee (6.66, 33.3 requests/s)
        """),
    Snapshot(
      figure: Samples.memory, style: TextStyle(width: 80, ascii: false),
      picture: """
        Memory of one that waits
        thread                    █████████████████████████████████████████████ 8,200 kB
        process with a long name  ██████████████████████▌ 4,100 kB
        task                      ▏ 1.2 kB
        none                      -
        zero                      0 kB
        """),
    Snapshot(
      figure: Samples.memory, style: TextStyle(width: 80, ascii: true),
      picture: """
        Memory of one that waits
        thread                    ############################################# 8,200 kB
        process with a long name  ####################### 4,100 kB
        task                      # 1.2 kB
        none                      -
        zero                      0 kB
        """),
    Snapshot(
      figure: Samples.memory, style: TextStyle(width: 40, ascii: false),
      picture: """
        Memory of one that waits
        thread        █████████████████ 8,200 kB
        process wit…  ████████▌ 4,100 kB
        task          ▏ 1.2 kB
        none          -
        zero          0 kB
        """),
    Snapshot(
      figure: Samples.memory, style: TextStyle(width: 100, ascii: false),
      picture: """
        Memory of one that waits
        thread                    █████████████████████████████████████████████████████████████████ 8,200 kB
        process with a long name  ████████████████████████████████▌ 4,100 kB
        task                      ▏ 1.2 kB
        none                      -
        zero                      0 kB
        """),
    Snapshot(
      figure: Samples.memory, style: TextStyle(width: 200, ascii: true),
      picture: """
        Memory of one that waits
        thread                    ################################################################# 8,200 kB
        process with a long name  ################################# 4,100 kB
        task                      # 1.2 kB
        none                      -
        zero                      0 kB
        """),
  ]
}
