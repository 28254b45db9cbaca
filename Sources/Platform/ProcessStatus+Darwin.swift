#if canImport(Darwin)
  import Darwin

  extension ProcessStatus {
    static var threadCount: Int {
      var list: thread_act_array_t?
      var count = mach_msg_type_number_t(0)
      guard task_threads(mach_task_self_, &list, &count) == KERN_SUCCESS, let list else { return 0 }
      for index in 0..<Int(count) { mach_port_deallocate(mach_task_self_, list[index]) }
      let size = vm_size_t(Int(count) * MemoryLayout<thread_act_t>.stride)
      vm_deallocate(mach_task_self_, vm_address_t(UInt(bitPattern: list)), size)
      return Int(count)
    }

    static var memory: (resident: Int, virtual: Int) {
      var info = mach_task_basic_info()
      var count = mach_msg_type_number_t(
        MemoryLayout<mach_task_basic_info>.size / MemoryLayout<natural_t>.size)
      let result = withUnsafeMutablePointer(to: &info) { pointer in
        pointer.withMemoryRebound(to: integer_t.self, capacity: Int(count)) {
          task_info(mach_task_self_, task_flavor_t(MACH_TASK_BASIC_INFO), $0, &count)
        }
      }
      return result == KERN_SUCCESS ? (Int(info.resident_size), Int(info.virtual_size)) : (0, 0)
    }
  }
#endif
