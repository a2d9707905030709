import ClinicCore
import Yams

// When reports to referring providers fall due.

extension ClinicConfigReader {
  mutating func reports(_ node: Node) -> ReportInterval {
    var reports = ReportInterval()
    let fields = section(node, "referral", ["report_visits", "report_days", "notice_days"])
    reports.visits =
      wholeNumber(fields["report_visits"], "referral.report_visits", 1...100) ?? reports.visits
    reports.days =
      wholeNumber(fields["report_days"], "referral.report_days", 1...366) ?? reports.days
    reports.noticeDays =
      wholeNumber(fields["notice_days"], "referral.notice_days", 0...90) ?? reports.noticeDays
    return reports
  }
}
