// SPDX-License-Identifier: Apache-2.0

/// Medians and quartiles of numbers, which it reorders. None may be NaN.
package struct OrderStatistics {
  private var numbers: [Double]
  /// Places whose numbers stand as they do in order: none before them is larger, none behind smaller.
  private var settled: [Int] = []

  package init(_ numbers: [Double]) { self.numbers = numbers }

  /// The middle number, or the mean of the two in the middle.
  mutating func median() -> Double? { quantile(1, of: 2) }

  /// The number that `part` of `parts` lie below, between two numbers linearly: with n numbers in
  /// order from 0 it is number (n − 1) × part ÷ parts (Hyndman and Fan 1996, definition 7).
  ///
  /// `nil` of no numbers.
  mutating func quantile(_ part: Int, of parts: Int) -> Double? {
    guard let (lower, upper) = neighbours(part, of: parts) else { return nil }
    let rest = (numbers.count - 1) * part % parts
    return rest == 0 ? lower : lower + (upper - lower) * (Double(rest) / Double(parts))
  }

  /// The numbers that a quantile lies between; twice the same where it is one of the numbers.
  mutating func neighbours(_ part: Int, of parts: Int) -> (lower: Double, upper: Double)? {
    guard !numbers.isEmpty else { return nil }
    let (index, rest) = ((numbers.count - 1) * part).quotientAndRemainder(dividingBy: parts)
    let lower = number(at: index)
    guard rest > 0 else { return (lower, lower) }
    // The numbers behind `index` are all as large or larger: the next one is their least.
    var upper = numbers[index + 1]
    for number in numbers[(index + 1)...unsettled(around: index + 1).last] where number < upper {
      upper = number
    }
    return (lower, upper)
  }

  /// The number that stands at `index` in order.
  ///
  /// - Precondition: there are more numbers than `index`.
  package mutating func number(at index: Int) -> Double {
    if !settled.contains(index) {
      let (first, last) = unsettled(around: index)
      select(index, first, last)
      settled.append(index)
    }
    return numbers[index]
  }

  /// The places around one that hold the same numbers in order, as far as is known.
  private func unsettled(around index: Int) -> (first: Int, last: Int) {
    var (first, last) = (0, numbers.count - 1)
    for place in settled {
      if place < index { first = max(first, place + 1) }
      if place > index { last = min(last, place - 1) }
    }
    return (first, last)
  }

  /// Selection that moves numbers without asking what they are, as half of all answers would come as a
  /// surprise to the processor; sorts where it takes many rounds.
  private mutating func select(_ index: Int, _ first: Int, _ last: Int) {
    numbers.withUnsafeMutableBufferPointer { numbers in
      var (first, last) = (first, last)
      var rounds = 0
      while first < last {
        rounds += 1
        guard rounds < 100 else {
          numbers[first...last].sort()
          break
        }
        let pivot = pivot(numbers, index, first, last)
        let smaller = partition(numbers, first, last) { $0 < pivot }
        if index < smaller {
          last = smaller - 1
          continue
        }
        // From here on none is smaller than the pivot: those like it stand in order.
        let larger = partition(numbers, smaller, last) { $0 <= pivot }
        if index < larger { break }
        first = larger
      }
    }
  }
}

/// Moves the numbers that belong to the front there.
///
/// - Returns: the first place behind them.
@inline(__always)
private func partition(
  _ numbers: UnsafeMutableBufferPointer<Double>, _ first: Int, _ last: Int,
  _ belongs: (Double) -> Bool
) -> Int {
  var next = first
  var place = first
  while place <= last {
    let number = numbers[place]
    numbers[place] = numbers[next]
    numbers[next] = number
    // The bit itself, so that no branch is made of it.
    next &+= Int(unsafeBitCast(belongs(number), to: UInt8.self))
    place &+= 1
  }
  return next
}

/// A number that stands near `index` in order: of nine at even distances the one that stands as far up.
private func pivot(
  _ numbers: UnsafeMutableBufferPointer<Double>, _ index: Int, _ first: Int, _ last: Int
) -> Double {
  guard last - first >= 64 else {
    return middle(numbers[first], numbers[(first + last) / 2], numbers[last])
  }
  let span = last - first
  let sample = (0..<9).map { numbers[first + span * $0 / 8] }.sorted()
  return sample[((index - first) * 8 + span / 2) / span]
}

/// The one of three that is neither least nor greatest.
private func middle(_ a: Double, _ b: Double, _ c: Double) -> Double {
  max(min(a, b), min(max(a, b), c))
}
