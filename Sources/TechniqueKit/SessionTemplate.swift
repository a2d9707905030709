/// A session laid out in phases, in one or several lengths.
public struct SessionTemplate: Hashable, Sendable, Renamable {
  public let id: ID<SessionTemplate>
  /// What the therapist types to start it: "trigger points".
  public var title: String
  public var phases: [Phase]
  /// Further techniques that are part of it; their safety rules bear on the session too.
  public var alsoUses: [ID<Manifest>]
  /// What the minutes, the holds and the pressure rest on.
  public var citations: [Citation]
  public var aliases: [ID<SessionTemplate>] = []

  public init(
    _ id: ID<SessionTemplate>, _ title: String, alsoUses: [ID<Manifest>] = [], phases: [Phase],
    citations: [Citation] = []
  ) {
    self.citations = citations
    self.id = id
    self.title = title
    self.alsoUses = alsoUses
    self.phases = phases
  }

  /// The lengths in minutes that the template comes in, shortest first.
  public var lengths: [Int] {
    Set(phases.flatMap(\.minutesByLength.keys)).sorted()
  }

  /// The phases of one length with their minutes, in order; empty when there is no such length.
  public func schedule(length: Int) -> [(phase: Phase, minutes: Int)] {
    phases.compactMap { phase in phase.minutesByLength[length].map { (phase, $0) } }
  }

  public struct Phase: Hashable, Sendable {
    public var title: String
    /// Length of the session to minutes of this phase. Each length adds up to itself.
    public var minutesByLength: [Int: Int]
    public let position: Position?
    public let pressure: PressureGrade?
    /// What to do.
    public var instructions: String
    /// What to record meanwhile; empty when nothing particular.
    public var record: String

    public init(
      _ title: String, minutes: [Int: Int], position: Position? = nil,
      pressure: PressureGrade? = nil, instructions: String, record: String = ""
    ) {
      self.title = title
      self.minutesByLength = minutes
      self.position = position
      self.pressure = pressure
      self.instructions = instructions
      self.record = record
    }
  }
}
