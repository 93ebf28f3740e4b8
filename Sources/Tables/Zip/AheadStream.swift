// SPDX-License-Identifier: Apache-2.0

/// A stream that is pulled on a thread of its own, a few pieces ahead of its reader: unpacking and
/// parsing overlap.
///
/// The stream behind it is that thread's alone until this object is gone.
final class AheadStream: ByteStream {
  private static let pieceSize = 256 << 10
  private static let pieces = 4

  private struct State {
    var waiting: [[UInt8]] = []
    /// Emptied pieces, whose memory is used again.
    var spare: [[UInt8]] = []
    /// What has been pulled last was the end, or this problem.
    var end: Result<Void, TableProblem>?
    var isWanted = true
  }

  private let state: Monitor<State>
  private let worker: Worker
  private var piece: [UInt8] = []
  private var taken = 0
  private var isAtEnd = false

  /// - Returns: `nil` where the system has no thread to give.
  init?(_ stream: any ByteStream) {
    let state = Monitor(State())
    nonisolated(unsafe) let stream = stream
    guard let worker = Worker({ AheadStream.pull(stream, into: state) }) else { return nil }
    self.state = state
    self.worker = worker
  }

  deinit {
    state.change { $0.isWanted = false }
    worker.join()
  }

  // MARK: - The thread ahead

  private static func pull(_ stream: any ByteStream, into state: Monitor<State>) {
    while var piece = emptyPiece(state) {
      let outcome = fill(&piece, from: stream)
      state.change { state in
        if !piece.isEmpty { state.waiting.append(piece) }
        state.end = outcome
      }
      if outcome != nil { return }
    }
  }

  /// Waits until there is room for a piece.
  /// - Returns: `nil` where nobody wants more.
  private static func emptyPiece(_ state: Monitor<State>) -> [UInt8]? {
    state.wait { state -> [UInt8]?? in
      if !state.isWanted { return .some(nil) }
      if state.waiting.count == pieces { return nil }
      return .some(state.spare.popLast() ?? [UInt8](repeating: 0, count: pieceSize))
    }
  }

  /// - Returns: how the stream ended; `nil` where it goes on.
  private static func fill(
    _ piece: inout [UInt8], from stream: any ByteStream
  ) -> Result<Void, TableProblem>? {
    let outcome = piece.withUnsafeMutableBytes { buffer -> Result<Int, TableProblem> in
      do throws(TableProblem) { return .success(try stream.read(into: buffer)) } catch {
        return .failure(error)
      }
    }
    switch outcome {
    case .success(pieceSize): return nil
    case .success(let count):
      piece.removeLast(pieceSize - count)
      return .success(())
    case .failure(let problem):
      piece = []
      return .failure(problem)
    }
  }

  // MARK: - The reader's side

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableProblem) -> Int {
    var filled = 0
    while filled < buffer.count {
      if taken == piece.count, try !nextPiece() { break }
      let count = min(buffer.count - filled, piece.count - taken)
      piece.withUnsafeBytes { source in
        UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: source[taken..<taken + count]))
      }
      filled += count
      taken += count
    }
    return filled
  }

  /// - Returns: `false` at the end.
  private func nextPiece() throws(TableProblem) -> Bool {
    if isAtEnd { return false }
    let emptied = piece
    piece = []
    taken = 0
    let next: Result<[UInt8], TableProblem> = state.wait { state in
      if emptied.count == AheadStream.pieceSize { state.spare.append(emptied) }
      if !state.waiting.isEmpty { return .success(state.waiting.removeFirst()) }
      return state.end.map { end in end.map { [] } }
    }
    piece = try next.get()
    isAtEnd = piece.isEmpty
    return !isAtEnd
  }
}
