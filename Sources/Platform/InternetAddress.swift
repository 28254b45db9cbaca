import Foundation

/// Whether the text is an IPv6 address as the system reads one, for example `::1`.
package func isIPv6Address(_ text: String) -> Bool {
  var address = in6_addr()
  return inet_pton(AF_INET6, text, &address) == 1
}
