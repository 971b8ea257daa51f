/** A post into a campaign, or with `null` out of any. */
export type CampaignMove = { postId: string; campaignId: string | null };
