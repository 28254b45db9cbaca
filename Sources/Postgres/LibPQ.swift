import Foundation
import Platform
import Processes

/// PostgreSQL's own client library, libpq, as far as the workbook uses it. Found when it is first asked for; nothing is linked.
struct LibPQ: Sendable {
  typealias Handle = OpaquePointer

  let connectStart: @convention(c) (UnsafePointer<CChar>) -> Handle?
  let connectPoll: @convention(c) (Handle) -> Int32
  let status: @convention(c) (Handle) -> Int32
  let socket: @convention(c) (Handle) -> Int32
  let errorMessage: @convention(c) (Handle) -> UnsafePointer<CChar>?
  let finish: @convention(c) (Handle) -> Void
  let setNonBlocking: @convention(c) (Handle, Int32) -> Int32
  let backendID: @convention(c) (Handle) -> Int32
  let send:
    @convention(c) (
      Handle, UnsafePointer<CChar>, Int32, UnsafePointer<UInt32>?, UnsafePointer<UnsafePointer<CChar>?>?,
      UnsafePointer<Int32>?, UnsafePointer<Int32>?, Int32
    ) -> Int32
  let flush: @convention(c) (Handle) -> Int32
  let consumeInput: @convention(c) (Handle) -> Int32
  let isBusy: @convention(c) (Handle) -> Int32
  let result: @convention(c) (Handle) -> Handle?
  let resultStatus: @convention(c) (Handle) -> Int32
  let resultField: @convention(c) (Handle, Int32) -> UnsafePointer<CChar>?
  let rowCount: @convention(c) (Handle) -> Int32
  let columnCount: @convention(c) (Handle) -> Int32
  let value: @convention(c) (Handle, Int32, Int32) -> UnsafePointer<CChar>?
  let length: @convention(c) (Handle, Int32, Int32) -> Int32
  let isNull: @convention(c) (Handle, Int32, Int32) -> Int32
  let clear: @convention(c) (Handle) -> Void
  let setNoticeProcessor:
    @convention(c) (
      Handle, @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?) -> Void,
      UnsafeMutableRawPointer?
    ) -> UnsafeRawPointer?
  let makeCancel: @convention(c) (Handle) -> Handle?
  let cancel: @convention(c) (Handle, UnsafeMutablePointer<CChar>, Int32) -> Int32
  let freeCancel: @convention(c) (Handle?) -> Void

  /// The library of this machine.
  ///
  /// - Throws: ``PostgresError/unavailable(_:advice:)`` if there is none.
  static func found() throws(PostgresError) -> LibPQ {
    if let known { return known }
    if let named = PostgresLibrary.named {
      throw .unavailable(
        "there is no libpq at \(named), which LIBPQ names",
        advice: "Name the file of PostgreSQL's client library, or unset LIBPQ.")
    }
    throw .unavailable(
      "there is no libpq on this machine, PostgreSQL's client library",
      advice:
        "Install it: apt install libpq5, dnf install libpq, brew install libpq; or name its file with LIBPQ.")
  }

  private static let known = PostgresLibrary.found.lazy.compactMap { try? LibPQ($0) }.first { _ in true }

  private struct Missing: Error {}

  /// - Throws: if one of the functions is missing.
  private init(_ library: SharedLibrary) throws(Missing) {
    func function<Function>(_ name: String) throws(Missing) -> Function {
      guard let found = library.function(name, as: Function.self) else { throw Missing() }
      return found
    }
    connectStart = try function("PQconnectStart")
    connectPoll = try function("PQconnectPoll")
    status = try function("PQstatus")
    socket = try function("PQsocket")
    errorMessage = try function("PQerrorMessage")
    finish = try function("PQfinish")
    setNonBlocking = try function("PQsetnonblocking")
    backendID = try function("PQbackendPID")
    send = try function("PQsendQueryParams")
    flush = try function("PQflush")
    consumeInput = try function("PQconsumeInput")
    isBusy = try function("PQisBusy")
    result = try function("PQgetResult")
    resultStatus = try function("PQresultStatus")
    resultField = try function("PQresultErrorField")
    rowCount = try function("PQntuples")
    columnCount = try function("PQnfields")
    value = try function("PQgetvalue")
    length = try function("PQgetlength")
    isNull = try function("PQgetisnull")
    clear = try function("PQclear")
    setNoticeProcessor = try function("PQsetNoticeProcessor")
    makeCancel = try function("PQgetCancel")
    cancel = try function("PQcancel")
    freeCancel = try function("PQfreeCancel")
  }
}
