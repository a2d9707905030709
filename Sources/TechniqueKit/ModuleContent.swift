/// All that one module supplies.
public struct ModuleContent: Hashable, Sendable {
  public var intake: [Question]
  public var safetyRules: [SafetyRule]
  public var templates: [SessionTemplate]
  public var findings: [FindingKind]
  public var metrics: [OutcomeMetric]
  public var evidence: [Evidence]
  public var aftercare: Aftercare
  public var examples: [Example]

  public init(
    intake: [Question] = [], safetyRules: [SafetyRule] = [], templates: [SessionTemplate] = [],
    findings: [FindingKind] = [], metrics: [OutcomeMetric] = [], evidence: [Evidence] = [],
    aftercare: Aftercare = .none, examples: [Example] = []
  ) {
    self.intake = intake
    self.safetyRules = safetyRules
    self.templates = templates
    self.findings = findings
    self.metrics = metrics
    self.evidence = evidence
    self.aftercare = aftercare
    self.examples = examples
  }
}
