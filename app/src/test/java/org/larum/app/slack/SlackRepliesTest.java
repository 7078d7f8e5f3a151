package org.larum.app.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.notifiers.channel.Destination.SlackApp;
import org.larum.notifiers.channel.OutboundHttp;
import org.larum.notifiers.channel.OutboundHttp.Answer;
import org.larum.notifiers.channel.Secret;

class SlackRepliesTest {

    private static final Secret TOKEN = new Secret("xoxb-1");

    private final List<String> outside = new ArrayList<>();
    private final List<String> near = new ArrayList<>();
    private final SlackReplies replies = new SlackReplies(into(outside), into(near));

    private static OutboundHttp into(List<String> called) {
        return (method, url, headers, body, timeout) -> {
            called.add(url.toString());
            return new Answer(200, null, "ok");
        };
    }

    private void say(@Nullable String address, @Nullable String base) {
        replies.say(address, new SlackApp(TOKEN, base == null ? null : URI.create(base)), "done");
    }

    @Test
    void slackIsAnsweredWhereItAsks() {
        say("https://hooks.slack.com/commands/T1/2/abc", null);
        assertThat(outside).containsExactly("https://hooks.slack.com/commands/T1/2/abc");
        assertThat(near).isEmpty();
    }

    @Test
    void whereTheHouseSaysThatSlackIsItMayBeNear() {
        say("http://127.0.0.1:4711/say", "http://127.0.0.1:4711/");
        assertThat(near).containsExactly("http://127.0.0.1:4711/say");
        assertThat(outside).isEmpty();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "http://hooks.slack.com/commands/1",
                "https://hooks.slack.com:8443/commands/1",
                "https://hooks.slack.com.evil.example/",
                "https://evil.example/hooks.slack.com",
                "https://hooks.slack.com@evil.example/",
                "https://me@hooks.slack.com/",
                "https://HOOKS.slack.com.:443/",
                "https://slack.com/commands/1",
                "http://127.0.0.1:4712/say",
                "https://127.0.0.1:4711/say",
                "http://x@127.0.0.1:4711/say",
                "http://localhost:4711/say",
                "http://169.254.169.254/latest",
                "file:///etc/passwd",
                "//hooks.slack.com/x",
                "https://",
                "no address"
            })
    void nothingElseIsCalled(@Nullable String address) {
        say(address, "http://127.0.0.1:4711/");
        say(address, null);
        assertThat(outside).isEmpty();
        assertThat(near).isEmpty();
    }
}
