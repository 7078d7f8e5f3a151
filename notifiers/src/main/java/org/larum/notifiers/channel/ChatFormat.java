package org.larum.notifiers.channel;

/** How a chat wants to be told by its incoming webhook. Append only: it stands in configurations, in small letters. */
public enum ChatFormat {
    SLACK,
    MATTERMOST,
    TEAMS,
    DISCORD,
    GOOGLE_CHAT,
    NTFY
}
