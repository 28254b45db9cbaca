#if canImport(Glibc)
  extension ProcessStatus {
    static var threadCount: Int { SystemFile.field(20, inStat: SystemFile.text("/proc/self/stat")) ?? 0 }

    static var memory: (resident: Int, virtual: Int) {
      let pages = SystemFile.numbers(in: SystemFile.text("/proc/self/statm"))
      return pages.count > 1 ? (pages[1] * AddressSpace.pageSize, pages[0] * AddressSpace.pageSize) : (0, 0)
    }
  }
#endif
