import Foundation

/// A code that a person writes down: 140 random bits as seven groups of four letters and digits,
/// without the ones that look alike.
enum RecoveryCode {
  /// Crockford's base 32.
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  static func fresh() -> String {
    var generator = SystemRandomNumberGenerator()
    let groups = (0..<7).map { _ in
      String((0..<4).map { _ in alphabet[Int.random(in: 0..<32, using: &generator)] })
    }
    return groups.joined(separator: "-")
  }

  /// What was meant by what was typed: case, spaces and dashes do not matter, O is 0, I and L are 1.
  static func plain(_ typed: String) -> String {
    String(
      typed.uppercased().compactMap { letter in
        switch letter {
        case "O": "0"
        case "I", "L": "1"
        default: alphabet.contains(letter) ? letter : nil
        }
      })
  }
}
