/** Metrics known to work with v26.0, each list for one call. Names come and go within a version: readers
 *  ask through readWithoutDeadMetrics. Checked 2026-11 against Meta's insights references. */
export const insightMetrics = {
  /** `period=day`. */
  page: [
    'page_media_view',
    'page_total_media_view_unique',
    'page_post_engagements',
    'page_views_total',
    'page_daily_follows_unique',
    'page_daily_unfollows_unique',
    'page_follows',
  ],
  /** `period=lifetime`. */
  post: [
    'post_media_view',
    'post_total_media_view_unique',
    'post_clicks',
    'post_reactions_by_type_total',
    'post_video_views',
    'post_video_avg_time_watched',
  ],
  /** `period=day`, days in a row. */
  instagramDays: ['reach'],
  /** `period=day`, `metricType: 'total_value'`. */
  instagramTotals: [
    'views',
    'accounts_engaged',
    'total_interactions',
    'likes',
    'comments',
    'saves',
    'shares',
    'replies',
    'profile_links_taps',
    'follows_and_unfollows',
  ],
  /** `period=lifetime`, `metricType: 'total_value'`, a timeframe and one breakdown; 100 followers or more. */
  instagramDemographics: ['follower_demographics', 'engaged_audience_demographics'],
  /** A picture or a carousel; the slides of one have none. */
  instagramPost: [
    'views',
    'reach',
    'likes',
    'comments',
    'saved',
    'shares',
    'total_interactions',
    'follows',
    'profile_visits',
    'profile_activity',
  ],
  instagramReel: [
    'views',
    'reach',
    'likes',
    'comments',
    'saved',
    'shares',
    'total_interactions',
    'reposts',
    'ig_reels_avg_watch_time',
    'ig_reels_video_view_total_time',
    'reels_skip_rate',
    'crossposted_views',
    'facebook_views',
  ],
  /** For a day only, and not below five viewers. */
  instagramStory: [
    'views',
    'reach',
    'replies',
    'shares',
    'total_interactions',
    'navigation',
    'follows',
    'profile_visits',
  ],
} as const satisfies Record<string, readonly string[]>;
