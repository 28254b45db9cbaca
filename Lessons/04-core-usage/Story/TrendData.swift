/// Fifty years of processors, as published: for each series the best value of a year, and how fast it grew.
///
/// Source: Karl Rupp, *Microprocessor Trend Data*, https://github.com/karlrupp/microprocessor-trend-data, licence CC BY 4.0.
/// Data up to 2010 by M. Horowitz, F. Labonte, O. Shacham, K. Olukotun, L. Hammond and C. Batten; from then on by K. Rupp.
enum TrendData {
  static let source =
    "Karl Rupp, Microprocessor Trend Data, CC BY 4.0; data up to 2010 by M. Horowitz, F. Labonte, O. Shacham, "
    + "K. Olukotun, L. Hammond and C. Batten"

  struct Series {
    var label: String
    var points: [(x: Double, y: Double)]
    /// Growth a year over all chips of the collection, not only the best of each year: 1986 to 2005, and from 2005 on.
    var published: Trend

    /// The growth of the best of each year, up to 2005 and from then on.
    var before: Growth { Growth(of: points.filter { $0.x <= 2005 }) }
    var after: Growth { Growth(of: points.filter { $0.x >= 2005 }) }
  }

  static let transistors = Series(
    label: "transistors (1000s)",
    points: [
      (1990, 1207.9), (1992, 3105.9), (1995, 9646.6), (1998, 15261), (2000, 37180), (2002, 220_673),
      (2004, 273_842), (2006, 582_942), (2009, 2_308_242), (2011, 2_600_000), (2013, 5_000_000),
      (2016, 8_000_000),
      (2018, 21_100_000), (2019, 39_500_000), (2021, 58_200_000),
    ], published: .transistors)

  /// SpecINT, times a thousand.
  static let singleThread = Series(
    label: "one thread (SpecINT)",
    points: [
      (1990, 55.7), (1992, 273.8), (1994, 598.9), (1996, 1810.6), (1998, 3554.5), (2000, 4782.9),
      (2002, 9389.8),
      (2004, 21096.9), (2006, 35227), (2009, 37700), (2010, 42000), (2012, 59000), (2014, 66000),
      (2016, 73900),
      (2017, 83600), (2019, 90900), (2020, 99000), (2021, 105_300),
    ], published: .singleThread)

  static let frequency = Series(
    label: "clock (MHz)",
    points: [
      (1990, 33.4), (1992, 100.9), (1994, 296.9), (1996, 509.4), (1998, 495.8), (2000, 1000), (2002, 2246.8),
      (2004, 3651.7), (2006, 3651.7), (2009, 3278), (2010, 2308), (2012, 3700), (2014, 3700), (2016, 4000),
      (2018, 3400), (2020, 3200), (2021, 3200),
    ], published: .clock)

  static let cores = Series(
    label: "cores",
    points: [
      (1990, 1), (2000, 1), (2003, 1), (2004, 2), (2005, 8), (2007, 9), (2010, 16), (2011, 20), (2012, 32),
      (2014, 64),
      (2016, 272), (2018, 88), (2019, 128), (2021, 208),
    ], published: .cores)

  static let all = [transistors, singleThread, frequency, cores]
}
