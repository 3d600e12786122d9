/** A unit is asked for its first report after so many months of applying an initiative. */
export const FIRST_REPORT_MONTHS = 6;
/** And again so many months after its last report, or after it was reminded in vain. */
export const NEXT_REPORT_MONTHS = 12;
/** Reminders come in the morning (hour of the organisation's day). */
export const REMINDER_TIME = '08:00';
/** A unit may say so many days ahead that it will apply an initiative. */
export const MOST_DAYS_AHEAD = 366;
