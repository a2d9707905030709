import ClinicCore
import TechniqueKit

extension Verb {
  static let backup = Verb(
    name: "backup", group: .keep, usage: "backup [PATH]",
    does: "a sealed copy, proved before it counts; others may go on writing",
    example: "backup /media/usb/practice-nov.fascia", takesText: true
  ) { shell, rest in
    try shell.practice.require(.backups)
    let path = rest.isEmpty ? shell.backupPath() : rest
    let progress = ProgressLine(shell)
    let proof = try shell.practice.store.backup(to: path, progress: progress.show)
    progress.end()
    shell.say("Backed up to \(path)")
    shell.say("Opened and proved: \(proof.counts).")
    shell.say("Head: \(proof.head)")
    shell.item(
      .fields([
        "path": .string(path), "charts": .int(proof.charts), "entries": .int(proof.entries),
        "head": .string(proof.head.description),
      ]))
  }

  static let restore = Verb(
    name: "restore", group: .keep, usage: "restore PATH",
    does: "put a backup in the place of the practice; the present file is kept",
    example: "restore /media/usb/practice-nov.fascia", takesText: true
  ) { shell, rest in
    try shell.practice.require(.staff)
    guard !rest.isEmpty else {
      throw Failure.usage(
        "restore needs the path of a backup.",
        hint: "Example: restore /media/usb/practice-nov.fascia")
    }
    if shell.mode.isInteractive {
      guard
        try shell.confirm("Restore \(rest)? The present file is kept beside it.", standard: false)
      else { return shell.say("Nothing was changed.") }
    }
    shell.restoring = rest
    shell.isLeaving = true
  }

  static let verify = Verb(
    name: "verify", group: .keep, usage: "verify [head=HEAD]",
    does: "check every chain, seal, digest and index; compare with a head you kept",
    example: "verify head=1042-9f8e7d6c5b4a39281716051423324150"
  ) { shell, rest in
    let words = try Words(rest)
    try words.allow(["head"])
    guard words.bare.isEmpty else { throw Failure.usage("verify takes head=HEAD only.") }
    let kept = try words["head"].map { typed throws -> SealHead in
      guard let head = SealHead(typed) else {
        throw Failure.usage(
          "\"\(typed)\" is not a head.", hint: "It is what verify prints as head.")
      }
      return head
    }
    try shell.report(try shell.practice.store.verify(), kept)
  }

  static let audit = Verb(
    name: "audit", group: .keep, usage: "audit [client=CODE] [person=LOGIN] [from=DATE] [to=DATE]",
    does: "who read and wrote what, newest first", example: "audit client=C0042 from=2026-11-01"
  ) { shell, rest in
    try shell.practice.require(.trail)
    let words = try Words(rest)
    try words.allow(["client", "person", "from", "to", "last"])
    guard words.bare.isEmpty else {
      throw Failure.usage("audit takes fields.", hint: "Example: audit client=C0042")
    }
    var filter = TrailFilter()
    filter.chart = try words["client"].map { try shell.practice.chartID(code: $0) }
    filter.person = try words["person"].map { try shell.person($0).id }
    filter.from = try words["from"].map { Instant(try shell.date($0)) }
    filter.to = try words["to"].map { Instant(try shell.date($0).adding(days: 1)) }
    let limit = words["last"].flatMap { Int($0) } ?? (shell.mode.isInteractive ? 20 : Int.max)
    try shell.show(try shell.practice.store.trail(filter, limit: limit))
  }

  static let erase = Verb(
    name: "erase", group: .keep, usage: "erase CODE reason=\"...\" [confirm=CODE]",
    does: "destroy a client's key for good; the chart can never be read again",
    example: "erase C0042 reason=\"asked in writing, 3 Nov\""
  ) { shell, rest in
    try shell.practice.require(.erasing)
    let words = try Words(rest)
    try words.allow(["reason", "confirm"])
    guard let reason = words["reason"], !words.phrase.isEmpty else {
      throw Failure.usage(
        "erase needs a client's code and a reason.",
        hint: "Example: erase C0042 reason=\"asked in writing\"")
    }
    guard let client = try shell.practice.find(words.phrase, atMost: 1).clients.first,
      client.code == words.phrase
    else { throw Failure.notFound("there is no client \(words.phrase). Nothing was changed.") }
    try shell.confirmErasing(client, typed: words["confirm"])
    let backups = try shell.practice.erase(client.chart, reason: reason)
    if shell.client?.chart == client.chart { shell.client = nil }
    shell.rows = []
    shell.say("Erased \(client.code). The chart can no longer be read by anyone.")
    if !backups.reached.isEmpty { shell.say("Erased in \(backups.reached.count) backups too.") }
    for path in backups.notReached { shell.warn("destroy this backup by hand: \(path)") }
    shell.item(
      .fields([
        "client": .string(client.code), "backups": .strings(backups.reached),
        "backups_not_reached": .strings(backups.notReached),
      ]))
  }

  static let emergency = Verb(
    name: "emergency", group: .keep, usage: "emergency CLIENT reason=\"...\"",
    does: "open a chart you have no access to, with a reason; flagged in the trail",
    example: "emergency C0042 reason=\"collapsed in the waiting room\""
  ) { shell, rest in
    let words = try Words(rest)
    try words.allow(["reason"])
    guard let reason = words["reason"], !words.phrase.isEmpty else {
      throw Failure.usage(
        "emergency needs a client and a reason.",
        hint: "Example: emergency C0042 reason=\"collapsed in the waiting room\"")
    }
    if shell.practice.permits(.charts) {
      throw Failure.rejected("you may open this chart anyway. Type client \(words.phrase).")
    }
    let client = try shell.theClient(words.phrase)
    try shell.practice.openInEmergency(client.chart, reason: reason)
    shell.say("Emergency access to \(client.identity.name). It is flagged in the trail.")
    try shell.open(client)
  }
}

extension Shell {
  fileprivate func backupPath() -> String {
    let time = practice.now.local
    return "\(backupFolder)/practice-\(time.date)-\(time.clock.filter { $0 != ":" }).fascia"
  }

  fileprivate func report(_ found: Verification, _ kept: SealHead?) throws {
    item(
      .fields([
        "whole": .bool(found.isWhole), "charts": .int(found.charts),
        "entries": .int(found.entries), "trail_rows": .int(found.trailRows),
        "seals_checked": .bool(found.sealsChecked),
        "head": found.head.map { .string($0.description) } ?? .null,
        "problems": .strings(found.problems.map(\.description)),
      ]))
    guard found.isWhole else {
      let more = found.problems.dropFirst().map { "\n  also: \($0)" }.joined()
      throw Failure(
        exit: .practiceFile, code: "damaged",
        message: "the practice file is not whole: \(found.problems[0])",
        hint: "Type restore BACKUP to go back to a whole one.\(more)")
    }
    say(found.summary)
    if !found.sealsChecked { say("Your key opens no chart, so the seals were not opened.") }
    if let head = found.head { say("Head: \(head)") }
    guard let kept else { return }
    switch try practice.store.compare(kept) {
    case .contained: say("The head you kept is part of it: nothing before it was changed or cut.")
    case .cutOff(let rows):
      throw Failure(
        exit: .practiceFile, code: "cut_off",
        message: "the file is older than the head you kept: it has \(rows) rows of the trail, "
          + "the head counts \(kept.rows).")
    case .different:
      throw Failure(
        exit: .practiceFile, code: "different_head",
        message: "the file does not contain the head you kept; its past was changed.")
    }
  }

  fileprivate func show(_ rows: [TrailRow]) throws {
    let people = Dictionary(
      try practice.store.people().map { ($0.id, $0.profile.name) }, uniquingKeysWith: { $1 })
    let codes = try practice.chartCodes()
    for row in rows {
      let when = "\(DateWords.full(row.at.local.date)) \(row.at.local.clock)"
      let who = people[row.person] ?? "somebody unknown"
      let code = row.chart.flatMap { codes[$0] } ?? ""
      let what = [row.action.words, row.subject.flatMap(Self.recordNumber), row.detail]
        .compactMap { $0 }.joined(separator: ", ")
      let columns = ["\(row.number)", when, who, code, what]
      say(
        glyphs.isPlain
          ? columns.filter { !$0.isEmpty }.joined(separator: ", ")
          : columns.aligned(to: [6, 17, 16, 6, 0]), indent: glyphs.isPlain ? 2 : 53)
      item(
        .fields([
          "row": .int(row.number), "at": .string(row.at.iso), "person": .string(who),
          "action": .string(row.action.rawValue), "client": code.isEmpty ? nil : .string(code),
          "subject": row.subject.map { .string($0) }, "detail": row.detail.map { .string($0) },
        ]))
    }
    if rows.isEmpty { say("No row of the trail fits.") }
  }

  /// `R12` and `D7` say something to a reader, identifiers do not.
  private static func recordNumber(_ subject: String) -> String? {
    subject.count <= 12 && subject.dropFirst().allSatisfy(\.isNumber) ? subject : nil
  }

  fileprivate func confirmErasing(_ client: ClientListing, typed: String?) throws {
    var typed = typed
    if typed == nil {
      if mode.isInteractive {
        say(
          "\(client.identity.name), \(client.visits.of("visit")). This cannot be undone by anyone.")
      }
      let event = try ask(
        "Type \(client.code) to erase: ", missing: "erase needs confirm=\(client.code)")
      if case .line(let line) = event { typed = line }
    }
    guard typed == client.code else { throw Failure.rejected("nothing was erased.") }
  }
}

/// One line that grows while a long piece of work goes on; silent for a short one, and where
/// nobody watches.
private final class ProgressLine {
  private let shell: Shell
  private var shownTenths = 0

  init(_ shell: Shell) { self.shell = shell }

  func show(_ share: Double) {
    guard shell.mode.isInteractive, !shell.mode.isJSON, share < 1 else { return }
    let tenths = Int(share * 10)
    guard tenths > shownTenths else { return }
    shell.output.write(shownTenths == 0 ? "Copying \(tenths * 10)%" : " \(tenths * 10)%")
    shownTenths = tenths
  }

  func end() { if shownTenths > 0 { shell.output.write(" 100%\n") } }
}
