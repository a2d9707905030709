import TechniqueKit

/// What leaves the practice about one client: a paper, where it goes, and for whom as far as that is
/// known. It stands in the client's trail before it leaves.
public struct Disclosure: Hashable, Sendable {
  /// `the receipt of visit 3`.
  public let paper: String
  public let place: Place
  /// For whom it is; `nil` where nobody said it.
  public let recipient: String?

  public enum Place: Hashable, Sendable {
    case screen
    /// A path.
    case file(String)

    var words: String {
      switch self {
      case .screen: "shown"
      case .file(let path): "to \(path)"
      }
    }
  }

  public init(_ paper: String, to place: Place, for recipient: String? = nil) {
    self.paper = paper
    self.place = place
    self.recipient = recipient
  }

  /// As it stands in the trail: `the letter, to /home/lee/a.pdf, for Dr Okoye`.
  var words: String {
    ([paper, place.words] + (recipient.map { ["for \($0)"] } ?? [])).joined(separator: ", ")
  }
}

extension Disclosure {
  public init(_ letter: Letter, to place: Place) {
    let word =
      switch letter.sharing {
      case .statement: "consent in the chart"
      case .told: "consent on the therapist's word"
      }
    self.init("the letter, \(word)", to: place, for: letter.referral?.provider.words)
  }

  public init(_ receipt: Receipt, to place: Place) {
    self.init("the receipt of visit \(receipt.number)", to: place, for: "the client")
  }

  public init(_ report: ClientReport, to place: Place) {
    self.init("the client's report", to: place, for: "the client")
  }

  /// The scores over time.
  public static func scores(to place: Place) -> Disclosure {
    Disclosure("the scores over time", to: place)
  }
}
