#if canImport(Glibc)
  import Glibc

  extension ProcessStatus {
    /// The twentieth field of `/proc/self/stat`, counted behind the name, which may hold anything but ends with the last `)`.
    static var threadCount: Int {
      let stat = SystemFile.text("/proc/self/stat")
      guard let name = stat.lastIndex(of: ")") else { return 0 }
      let fields = stat[stat.index(after: name)...].split(separator: " ")
      return fields.count > 17 ? Int(fields[17]) ?? 0 : 0
    }

    static var memory: (resident: Int, virtual: Int) {
      let pages = SystemFile.text("/proc/self/statm").split(separator: " ").compactMap { Int($0) }
      return pages.count > 1 ? (pages[1] * AddressSpace.pageSize, pages[0] * AddressSpace.pageSize) : (0, 0)
    }
  }
#endif
