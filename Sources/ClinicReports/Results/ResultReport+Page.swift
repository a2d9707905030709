import ClinicCore
import TechniqueKit

extension ResultReport {
  /// The results as a paper of the last day of their period: the measures with a plot and their
  /// numbers, then each group in sentences.
  public var document: Document {
    let told = sections.flatMap { section in
      [.heading(section.title)] + section.paragraphs.map { Document.Part.paragraph($0) }
    }
    return Document(
      title: title, letterhead: [], parts: measures.flatMap(\.parts) + told, footer: notes,
      writtenOn: results.period.last)
  }

  /// The measures that a group was scored with, in the order of the groups.
  private var measures: [ResultMeasure] {
    var order: [ID<OutcomeMetric>] = []
    var rows: [ID<OutcomeMetric>: [ResultMeasure.Row]] = [:]
    for group in results.groups {
      for measure in group.measures {
        if rows[measure.metric.id] == nil { order.append(measure.metric.id) }
        let name = "\(group.technique.name), \(group.conditionName)"
        rows[measure.metric.id, default: []].append(.init(group: name, measured: measure))
      }
    }
    return order.compactMap { id in rows[id].flatMap(ResultMeasure.init) }
  }
}
