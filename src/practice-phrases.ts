import type { Text } from './kernel/language.ts';

/** What each kind of outgoing message is for, as the trainers' panel names it. */
export const purposes: Readonly<Record<string, Text>> = {
  'imports.checked': { vi: 'Kết quả kiểm tra tệp nhập', en: 'What the check of a file found' },
  'imports.refused': { vi: 'Báo tệp nhập không đọc được', en: 'Notice that a file cannot be read' },
  'people.role_granted': { vi: 'Báo được giao vai trò', en: 'Notice of a role granted' },
  'people.role_ended': { vi: 'Báo kết thúc vai trò', en: 'Notice of a role ended' },
  'people.access_asked': { vi: 'Yêu cầu được thêm', en: 'Request to be added' },
  'people.access_matched': { vi: 'Báo đã ghép tài khoản', en: 'Notice of an account matched' },
  'people.access_refused': { vi: 'Báo chưa thêm được', en: 'Notice of a request turned down' },
  'records.award_recorded': {
    vi: 'Báo được tặng danh hiệu',
    en: 'Notice of a title given',
  },
  'records.award_annulled': {
    vi: 'Báo danh hiệu không còn được ghi nhận',
    en: 'Notice that a title is no longer recorded',
  },
  'titles.to_confirm': {
    vi: 'Đăng ký danh hiệu chờ xác nhận',
    en: 'Registration of titles to confirm',
  },
  'titles.settled': {
    vi: 'Kết quả xác nhận đăng ký danh hiệu',
    en: 'Registration of titles confirmed or returned',
  },
  'titles.withdrawn': {
    vi: 'Báo đã rút đăng ký danh hiệu',
    en: 'Notice that a registration was withdrawn',
  },
  'titles.filed_late': {
    vi: 'Báo đăng ký bổ sung sau hạn',
    en: 'Notice of a late registration',
  },
  'titles.window_announced': {
    vi: 'Thông báo đợt đăng ký danh hiệu',
    en: 'Announcement of a registration window',
  },
  'titles.window_moved': {
    vi: 'Báo đổi ngày đợt đăng ký',
    en: 'Notice that a registration window moved',
  },
  'titles.window_reminder': {
    vi: 'Nhắc thủ trưởng về người chưa đăng ký',
    en: 'Reminder to a head of who has not registered',
  },
  'titles.list_to_accept': {
    vi: 'Danh sách đăng ký chờ cấp trên xem',
    en: 'List of registrations to accept',
  },
  'titles.list_settled': {
    vi: 'Kết quả xem danh sách đăng ký',
    en: 'List of registrations accepted or returned',
  },
  'file.failed': {
    vi: 'Báo tệp chưa gửi được',
    en: 'Notice that a file could not be sent',
  },
  'initiatives.receipt': {
    vi: 'Xác nhận đã nhận hồ sơ sáng kiến',
    en: 'Notice that an initiative has arrived',
  },
  'initiatives.filed': {
    vi: 'Sáng kiến mới cần kiểm tra hình thức',
    en: 'New initiative to check',
  },
  'initiatives.accepted': { vi: 'Giấy biên nhận sáng kiến', en: 'Receipt for an initiative' },
  'initiatives.returned': {
    vi: 'Sáng kiến được trả lại để chỉnh sửa',
    en: 'Initiative returned to be mended',
  },
  'initiatives.mended': {
    vi: 'Xác nhận đã nhận hồ sơ chỉnh sửa',
    en: 'Notice that a mended initiative has arrived',
  },
  'initiatives.form_refused': {
    vi: 'Báo sáng kiến không được tiếp nhận',
    en: 'Notice that an initiative is not accepted',
  },
  'initiatives.withdrawn': {
    vi: 'Báo sáng kiến đã rút',
    en: 'Notice that an initiative was withdrawn',
  },
  'initiatives.merged': {
    vi: 'Báo sáng kiến được gộp vào sáng kiến khác',
    en: 'Notice that an initiative was merged into another one',
  },
  'initiatives.absorbed': {
    vi: 'Báo có sáng kiến được gộp vào',
    en: 'Notice that another initiative was merged into one',
  },
  'initiatives.annulment': {
    vi: 'Đề nghị hủy công nhận chờ xác nhận',
    en: 'Annulment to confirm',
  },
  'initiatives.annulment_settled': {
    vi: 'Kết quả đề nghị hủy công nhận',
    en: 'Annulment confirmed or declined',
  },
  'initiatives.merged_outcome': {
    vi: 'Báo kết quả của sáng kiến được gộp vào',
    en: 'Outcome of the one that an initiative was merged into',
  },
  'initiatives.annulled': { vi: 'Báo hủy công nhận', en: 'Notice of an annulment' },
  'initiatives.nobody_to_check': {
    vi: 'Báo chưa có người kiểm tra hình thức',
    en: 'Notice that nobody can check an initiative',
  },
  'initiatives.deadlines': { vi: 'Nhắc hạn xử lý sáng kiến', en: 'Deadlines of initiatives' },
  'initiatives.decided': {
    vi: 'Quyết định về sáng kiến',
    en: 'Decision on an initiative',
  },
  'initiatives.share_requested': {
    vi: 'Đề nghị đồng tác giả xác nhận tỷ lệ',
    en: 'Request to confirm a share',
  },
  'initiatives.share_declined': {
    vi: 'Báo đồng tác giả không đồng ý tỷ lệ',
    en: 'Notice that an author does not agree',
  },
  'initiatives.evidence_checked': {
    vi: 'Kết quả kiểm tra tệp minh chứng',
    en: 'What the check of evidence found',
  },
  'initiatives.adopted': {
    vi: 'Báo đơn vị khác áp dụng sáng kiến',
    en: 'Notice that another unit applies an initiative',
  },
  'initiatives.adoption_assigned': {
    vi: 'Báo được giao phụ trách áp dụng',
    en: 'Notice of who is responsible for applying an initiative',
  },
  'initiatives.adoption_annulled': {
    vi: 'Báo hủy công nhận cho đơn vị áp dụng',
    en: 'Notice of an annulment to those who apply',
  },
  'initiatives.adoption_ended': {
    vi: 'Báo đơn vị thôi áp dụng sáng kiến',
    en: 'Notice that a unit stopped applying an initiative',
  },
  'initiatives.effects_due': {
    vi: 'Nhắc báo cáo hiệu quả áp dụng',
    en: 'Reports of the effect that are due',
  },
  'initiatives.influence': {
    vi: 'Đề nghị công nhận phạm vi ảnh hưởng',
    en: 'Request for a level of influence',
  },
  'initiatives.influence_news': {
    vi: 'Tin về đề nghị phạm vi ảnh hưởng',
    en: 'News of a request for a level of influence',
  },
  'initiatives.scoring_invitation': { vi: 'Mời chấm điểm sáng kiến', en: 'Invitation to score' },
  'initiatives.scoring_exclusion': {
    vi: 'Báo không tham gia chấm điểm',
    en: 'Notice of exclusion from a scoring',
  },
  'initiatives.scoring_progress': { vi: 'Tiến độ chấm điểm', en: 'Progress of a scoring' },
  'initiatives.scoring_outcome': {
    vi: 'Báo kết quả chấm điểm cho thư ký',
    en: 'Outcome of a scoring for the secretary',
  },
  'initiatives.shares_due': {
    vi: 'Nhắc đồng tác giả xác nhận tỷ lệ',
    en: 'Reminder to confirm a share',
  },
  'initiatives.scoring_reminder': { vi: 'Nhắc chấm điểm', en: 'Reminder to score' },
  'councils.vote_card': { vi: 'Phiếu biểu quyết', en: 'Voting card' },
  'councils.exclusion': {
    vi: 'Báo không được bỏ phiếu',
    en: 'Notice of exclusion from a vote',
  },
  'councils.turnout': {
    vi: 'Số người đã bỏ phiếu',
    en: 'Turnout of a vote',
  },
  'councils.sheet_card': { vi: 'Phiếu biểu quyết nhiều tên', en: 'Ballot sheet' },
  'councils.sheet_exclusion': {
    vi: 'Báo không được bỏ phiếu về các tên',
    en: 'Notice of exclusion from a ballot sheet',
  },
  'councils.sheet_turnout': { vi: 'Tiến độ phiếu nhiều tên', en: 'Turnout of a ballot sheet' },
  'councils.invitation': { vi: 'Giấy mời họp hội đồng', en: 'Invitation to a sitting' },
  'councils.sitting': { vi: 'Phiên họp hội đồng', en: 'Sitting of a council' },
  'councils.sitting_moved': { vi: 'Phiên họp đổi lịch', en: 'Sitting moved' },
  'councils.agenda_added': { vi: 'Chương trình họp có thêm nội dung', en: 'Agenda with new items' },
  'councils.sitting_called_off': { vi: 'Phiên họp đã hủy', en: 'Sitting called off' },
  'councils.presiding': { vi: 'Báo chủ trì một nội dung', en: 'Notice of presiding over an item' },
  'councils.sheet_presiding': {
    vi: 'Báo chủ trì phiếu nhiều tên',
    en: 'Notice of presiding over a ballot sheet',
  },
  'councils.paper_checked': { vi: 'Kết quả kiểm tra bản đã ký', en: 'Signed copy checked' },
  'councils.files_checked': { vi: 'Kết quả kiểm tra tài liệu họp', en: 'Meeting files checked' },
  'councils.files_came': { vi: 'Báo có thêm tài liệu họp', en: 'Notice of more meeting files' },
  'councils.substitute': { vi: 'Báo người dự thay', en: 'Notice to a substitute' },
  'councils.seat_changed': {
    vi: 'Báo vào, thôi hoặc đổi chức danh hội đồng',
    en: 'Notice of joining, leaving or changing office in a council',
  },
  'councils.problems': { vi: 'Nhắc kiện toàn hội đồng', en: 'Reminder of councils to mend' },
  'councils.quorum_missed': {
    vi: 'Báo chưa đủ số thành viên bỏ phiếu',
    en: 'Notice of a vote without a quorum',
  },
  'councils.outcome_to_author': {
    vi: 'Kết quả biểu quyết gửi tác giả',
    en: 'Outcome of a vote, to the authors',
  },
  'councils.annulled_to_author': {
    vi: 'Báo tác giả kết quả biểu quyết đã hủy',
    en: 'Outcome of a vote annulled, to the authors',
  },
  'councils.vote_reminder': { vi: 'Nhắc bỏ phiếu', en: 'Reminder to vote' },
  'councils.annulment': {
    vi: 'Đề nghị hủy kết quả biểu quyết',
    en: 'Annulment of a vote to confirm',
  },
  'councils.annulment_settled': {
    vi: 'Kết quả đề nghị hủy biểu quyết',
    en: 'Annulment of a vote settled',
  },
  'campaigns.preview': {
    vi: 'Bản xem trước phong trào',
    en: 'Preview of a campaign',
  },
  'campaigns.announcement': {
    vi: 'Thông báo phát động phong trào',
    en: 'Announcement of a campaign',
  },
  'campaigns.direct': {
    vi: 'Thông báo phong trào gửi riêng',
    en: 'Announcement of a campaign to a person',
  },
  'campaigns.approval': {
    vi: 'Kế hoạch phong trào chờ duyệt',
    en: 'Plan of a campaign to be approved',
  },
  'campaigns.settled': {
    vi: 'Báo kết quả duyệt phong trào',
    en: 'What became of a submitted campaign',
  },
  'campaigns.lapsed': {
    vi: 'Báo phong trào không phát động được',
    en: 'Notice that a campaign was not launched',
  },
  'campaigns.figures_checked': {
    vi: 'Kết quả kiểm tra tệp số liệu phong trào',
    en: 'What the check of a file of figures found',
  },
  'campaigns.ranking_undelivered': {
    vi: 'Báo bảng xếp hạng chưa đăng được',
    en: 'Notice that a ranking was not posted',
  },
  'campaigns.ranking': { vi: 'Bảng xếp hạng phong trào', en: 'Ranking of a campaign' },
  'campaigns.pledges_waiting': { vi: 'Đăng ký chờ xác nhận', en: 'Pledges to confirm' },
  'campaigns.pledge_returned': { vi: 'Đăng ký bị trả lại', en: 'Pledge returned' },
  'campaigns.withdrawn': {
    vi: 'Báo phong trào đã huỷ',
    en: 'Notice that a campaign was withdrawn',
  },
  'campaigns.reminder': {
    vi: 'Nhắc phong trào sắp kết thúc',
    en: 'Reminder that a campaign ends soon',
  },
  'campaigns.closing': {
    vi: 'Thông báo kết thúc phong trào',
    en: 'Closing of a campaign',
  },
  'campaigns.review_due': { vi: 'Nhắc sơ kết, tổng kết', en: 'Reminder of a review' },
  'campaigns.review_ready': {
    vi: 'Nội dung sơ kết, tổng kết chờ hoàn thành',
    en: 'Review to be finished',
  },
  'campaigns.review_lapsed': { vi: 'Báo sơ kết không đăng nữa', en: 'Notice that a review lapsed' },
  'campaigns.review': { vi: 'Kết quả sơ kết, tổng kết', en: 'What a review found' },
  'campaigns.rewards_proposed': {
    vi: 'Đề nghị khen thưởng từ tổng kết',
    en: 'Commendations that a review proposes',
  },
  'campaigns.urging': { vi: 'Đôn đốc phong trào', en: 'Urging in campaigns' },
  'campaigns.escalation': {
    vi: 'Báo cấp trên đơn vị chậm trong phong trào',
    en: 'Units that are late still, to the level above',
  },
  'campaigns.check_coming': { vi: 'Báo lịch kiểm tra phong trào', en: 'Check of a campaign ahead' },
  'campaigns.check_ahead': {
    vi: 'Báo đơn vị sắp được kiểm tra phong trào',
    en: 'Check of a campaign, to the head of the unit',
  },
  'campaigns.check_changed': {
    vi: 'Báo đổi hoặc bỏ đợt kiểm tra',
    en: 'Check of a campaign moved or struck',
  },
  'campaigns.findings': { vi: 'Kết quả kiểm tra phong trào', en: 'Findings of a check' },
  'campaigns.mending_told': { vi: 'Đơn vị báo đã khắc phục', en: 'Unit says that it mended' },
  'campaigns.mending_settled': {
    vi: 'Báo chấp nhận hoặc trả lại khắc phục',
    en: 'Mending accepted or returned',
  },
  'campaigns.undelivered': {
    vi: 'Báo thông báo phong trào chưa đăng được',
    en: 'Notice that a campaign could not be announced',
  },
  'exemplars.consent': {
    vi: 'Hỏi đồng ý công bố tên',
    en: 'Request for consent to be named',
  },
  'exemplars.endorsement': { vi: 'Gương tốt chờ thủ trưởng xác nhận', en: 'Praise to endorse' },
  'exemplars.ready': { vi: 'Gương tốt chờ biên tập', en: 'Praise to edit' },
  'exemplars.news': { vi: 'Báo kết quả tuyên dương', en: 'What became of a praise' },
  'exemplars.post': { vi: 'Bài tuyên dương', en: 'Praise in a channel' },
  'exemplars.undelivered': {
    vi: 'Báo bài tuyên dương chưa đăng được',
    en: 'Notice that a praise could not be posted',
  },
  'exemplars.applied': {
    vi: 'Báo đơn vị khác học tập điển hình',
    en: 'Notice that another unit copies a model',
  },
  'exemplars.reports_due': {
    vi: 'Nhắc báo cáo kết quả học tập điển hình',
    en: 'Reports on copied models that are due',
  },
  'exemplars.digest': { vi: 'Bản tin gương tốt của tháng', en: 'Praise of the month' },
  'exemplars.duty': {
    vi: 'Nhắc thủ trưởng phát hiện gương tốt',
    en: 'Reminder to a head to discover good deeds',
  },
  'exemplars.commendation': {
    vi: 'Đề nghị khen thưởng đột xuất',
    en: 'Commendation proposed out of turn',
  },
  'exemplars.commendation_settled': {
    vi: 'Trả lời đề nghị khen thưởng đột xuất',
    en: 'Answer to a proposed commendation',
  },
  'exemplars.files_checked': {
    vi: 'Kết quả kiểm tra tệp tuyên dương',
    en: 'What the check of files found',
  },
};
