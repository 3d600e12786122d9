/** How fast messages follow each other: part of how the product is put together. */
export interface Pace {
  /** Between two posts in one conversation. */
  postMs: number;
  /** How many posts a workspace takes in the long run. */
  postsPerSecond: number;
  /** How soon a message that is being posted, and is to be redrawn, is looked at again. */
  postingMs: number;
}

/** Slack takes one message a second in a conversation, and "several hundred a minute" in a workspace. */
export const SLACK_PACE: Pace = { postMs: 1_050, postsPerSecond: 5, postingMs: 2_000 };
