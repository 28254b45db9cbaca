/// Why a server does not take what a client sends: the status it answers before it closes the connection.
package struct Refusal: Error, Hashable {
  var status: Status
  var because: String

  init(_ status: Status, _ because: String) {
    self.status = status
    self.because = because
  }

  var response: HTTPResponse { HTTPResponse(status, body: because + "\n") }
}
