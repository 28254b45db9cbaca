package import Platform

/// What programs read from standard input. Several may share one, and all of them see its end at the same moment.
package final class InputPipe {
  private let pipe: SystemPipe

  /// The end that programs read from.
  var outlet: Int32 { pipe.outlet }

  /// Opens a pipe.
  ///
  /// - Throws: a ``Platform/SystemError``, for example if there are too many open files.
  package init() throws(SystemError) {
    pipe = try SystemPipe()
  }

  /// Opens a pipe with a text in it, and nothing behind.
  ///
  /// - Parameter text: not more than a pipe holds, which is 16 KiB or more.
  package convenience init(_ text: String) throws(SystemError) {
    try self.init()
    pipe.write(Array(text.utf8))
    end()
  }

  /// Ends the input: programs that read it come to its end.
  package func end() { pipe.closeInlet() }
}
