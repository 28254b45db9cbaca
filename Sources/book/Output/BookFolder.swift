import Console
import Foundation
import Workbook

/// The folder that a book is written to. Only what a book has made there before, and what is still as it was made, is ever
/// replaced or removed.
///
/// A list of the files and of their digests is kept in the folder. It is written before the files are, with the old digests and
/// the new ones: an end in between leaves no file of unknown origin.
struct BookFolder {
  let url: URL

  private static let list = ".lessons-book"
  private static let elsewhere =
    "Is there room, and may you write there? '--output DIR' writes it elsewhere."
  private static let heading = "made by lessons book, version 1"

  /// Names a folder; one that a link points to is meant itself.
  init(url: URL) {
    self.url = url.resolvingSymlinksInPath()
  }

  /// Looks whether files could be written, before anything that takes long is done for them.
  ///
  /// - Parameter paths: where they will be in the folder.
  /// - Throws: a ``Console/Complaint`` if something is in the way, or if nothing can be written.
  func look(for paths: [String]) throws(Complaint) {
    let made = try made()
    for path in paths { try check(path, made[path] ?? []) }
    var nearest = url
    while kind(nearest) == nil, nearest.path != "/" { nearest.deleteLastPathComponent() }
    guard kind(nearest) == .typeDirectory, FileManager.default.isWritableFile(atPath: nearest.path) else {
      throw Complaint(
        "the book cannot be written to \(url.path)", advice: [Self.elsewhere], status: .outputFailed)
    }
  }

  /// What a book has made here, if it is still as it was made; `nil` for anything else.
  func ownFile(_ path: String) -> Data? {
    guard let made = try? made(), let content = regularFile(path) else { return nil }
    return made[path]?.contains(ContentDigest.of(content)) == true ? content : nil
  }

  /// Writes the files, and removes those of the book before that have no successor.
  ///
  /// - Parameter files: the contents by their path in the folder.
  /// - Throws: a ``Console/Complaint`` before anything is touched if a file is in the way that no book has made.
  func write(_ files: [String: Data]) throws(Complaint) {
    let old = try made()
    for path in files.keys.sorted() { try check(path, old[path] ?? []) }
    let new = files.mapValues { Set([ContentDigest.of($0)]) }
    do {
      for folder in Set(files.keys.map(folder)) {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      }
      try write(list: old.merging(new) { $0.union($1) })
      for (path, content) in files where regularFile(path) != content {
        try content.write(to: file(path), options: .atomic)
      }
      for (path, digests) in old where files[path] == nil {
        if let content = regularFile(path), digests.contains(ContentDigest.of(content)) {
          try FileManager.default.removeItem(at: file(path))
        }
      }
      try write(list: new)
    } catch {
      throw Complaint(
        "the book could not be written to \(url.path): \(error.localizedDescription)",
        advice: [Self.elsewhere], status: .outputFailed)
    }
  }

  private func check(_ path: String, _ own: Set<String>) throws(Complaint) {
    for folder in [url, folder(path)] where kind(folder) != nil && kind(folder) != .typeDirectory {
      throw inTheWay(folder)
    }
    guard kind(file(path)) != nil else { return }
    guard let there = regularFile(path), own.contains(ContentDigest.of(there)) else {
      throw inTheWay(file(path))
    }
  }

  private func inTheWay(_ file: URL) -> Complaint {
    Complaint(
      "\(file.path) is in the way: it is not as 'lessons book' made it",
      advice: ["Move it away, or write the book elsewhere with '--output DIR'. Nothing has been changed."],
      status: .outputFailed)
  }

  /// The digests of what was made here, by path. Paths that lead out of the folder are never ours.
  private func made() throws(Complaint) -> [String: Set<String>] {
    guard kind(file(Self.list)) != nil else { return [:] }
    let lines = regularFile(Self.list).map { String(decoding: $0, as: UTF8.self).split(separator: "\n") }
    guard let lines, lines.first == Self.heading[...] else { throw inTheWay(file(Self.list)) }
    var made: [String: Set<String>] = [:]
    for line in lines.dropFirst() {
      let fields = line.split(separator: " ", maxSplits: 1).map(String.init)
      let isWithin = !fields[fields.count - 1].split(separator: "/").contains("..")
      if fields.count == 2, isWithin { made[fields[1], default: []].insert(fields[0]) }
    }
    return made
  }

  private func write(list: [String: Set<String>]) throws {
    let lines = list.sorted { $0.key < $1.key }.flatMap { path, digests in
      digests.sorted().map { "\($0) \(path)" }
    }
    try Data(([Self.heading] + lines).map { $0 + "\n" }.joined().utf8)
      .write(to: file(Self.list), options: .atomic)
  }

  private func file(_ path: String) -> URL { url.appendingPathComponent(path) }
  private func folder(_ path: String) -> URL { file(path).deletingLastPathComponent() }

  /// The content of an ordinary file; `nil` for a link, whatever it points to, and for anything else.
  private func regularFile(_ path: String) -> Data? {
    kind(file(path)) == .typeRegular ? try? Data(contentsOf: file(path)) : nil
  }

  /// What there is, not followed if it is a link.
  private func kind(_ url: URL) -> FileAttributeType? {
    let path = url.path
    return try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
  }
}
