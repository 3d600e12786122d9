/** What the rules of campaigns are called in the list of rules. */
export const campaignRuleNames = {
  vi: {
    launching: 'Người được phát động phong trào thi đua',
    midtermYears: 'Phong trào phải sơ kết giữa kỳ khi kéo dài từ (năm)',
    finalReviewDays: 'Ngày tổng kết phong trào, tính từ ngày kết thúc (ngày)',
    pledgeDays: 'Hạn đơn vị đăng ký giao ước, tính từ ngày bắt đầu phong trào (ngày)',
    figuresEvery: 'Kỳ nhập số liệu phong trào',
    figuresGraceDays: 'Thời gian nhập số liệu phong trào sau ngày chốt (ngày làm việc)',
    escalateDays: 'Báo cấp trên sau khi đôn đốc đơn vị (ngày làm việc)',
    checkNoticeDays: 'Báo trước cho người kiểm tra phong trào (ngày làm việc)',
  },
  en: {
    launching: 'Who may launch a campaign',
    midtermYears: 'Years from which a campaign has a mid-term review',
    finalReviewDays: 'Days from the end of a campaign to its final review',
    pledgeDays: 'Days from the first day of a campaign to the last one for pledges of units',
    figuresEvery: 'How often figures of a campaign are due',
    figuresGraceDays: 'Working days to enter figures of a campaign after the day they are of',
    escalateDays: 'Working days after urging until the level above is told',
    checkNoticeDays: 'Working days before a check of a campaign on which checkers are told',
  },
};
