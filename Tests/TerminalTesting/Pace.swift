import Foundation

/// How many bytes may be taken from a program by now, for a terminal of limited speed.
struct Pace {
  private let rate: Double
  private var saved = 1.0
  private var last = ContinuousClock.now
  /// Lets everything through for a while.
  var isSuspended = false

  /// - Parameter rate: bytes a second, at least 1.
  init(rate: Int) { self.rate = Double(max(rate, 1)) }

  /// Waits up to the time until a byte may be taken.
  ///
  /// - Returns: how many may be taken.
  mutating func allowance(waiting milliseconds: Int32) -> Int {
    if isSuspended { return 65_536 }
    earn()
    if saved < 1 {
      let wait = min(Double(milliseconds) / 1000, (1 - saved) / rate)
      usleep(useconds_t(max(wait, 0) * 1_000_000) + 1)
      earn()
    }
    return Int(saved)
  }

  /// Counts bytes that were taken.
  mutating func take(_ count: Int) { saved = max(0, saved - Double(count)) }

  private mutating func earn() {
    let now = ContinuousClock.now
    // Silence is not saved up: a line of this speed cannot catch up afterwards.
    saved = min(saved + (now - last) / .seconds(1) * rate, max(1, rate / 10))
    last = now
  }
}
