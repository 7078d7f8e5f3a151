package org.larum.notifiers.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.larum.notifiers.channel.ChannelExamples;
import org.larum.notifiers.channel.Message.Content;
import tools.jackson.databind.json.JsonMapper;

class SilenceTest {

    private static final UUID ALERT = UUID.fromString("00000000-0000-7000-8000-0000000000a1");
    private static final URI BASE = URI.create("http://alertmanager:9093/am/");
    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

    private final Content content = ChannelExamples.page(ChannelExamples.payments(), ChannelExamples.machine());

    @Test
    void everyLabelMatchesExactlyWhateverStandsInIt() {
        var body = JsonMapper.shared()
                .readTree(new String(
                        Silence.body(
                                null,
                                Map.of("path", "a\"b\\.*\n", "alertname", "Disk"),
                                "Larum (Ada)",
                                "because",
                                NINE,
                                NINE.plusSeconds(60)),
                        StandardCharsets.UTF_8));
        assertThat(body.has("id")).isFalse();
        assertThat(body.at("/matchers")).hasSize(2);
        assertThat(body.at("/matchers/0/name").asString()).isEqualTo("alertname");
        assertThat(body.at("/matchers/1/value").asString()).isEqualTo("a\"b\\.*\n");
        assertThat(body.at("/matchers/1/isRegex").asBoolean()).isFalse();
        assertThat(body.at("/matchers/1/isEqual").asBoolean()).isTrue();
        assertThat(body.at("/endsAt").asString()).isEqualTo("2026-01-05T09:01:00Z");
    }

    @Test
    void itIsLookedForByItsLabelsAndUnderThePathOfItsAddress() {
        assertThat(Silence.search(BASE, Map.of("alertname", "Disk full", "path", "a\"&b")))
                .hasToString("http://alertmanager:9093/am/api/v2/silences?filter=alertname%3D%22Disk%20full%22"
                        + "&filter=path%3D%22a%5C%22%26b%22");
        assertThat(Silence.one(BASE, "../x")).hasToString("http://alertmanager:9093/am/api/v2/silence/..%2Fx");
    }

    @Test
    void oursIsKnownByItsCommentAndOnlyWhileItHolds() {
        var mine = Silence.comment(content, ALERT);
        var answer = """
                [{"id": "1", "endsAt": "2026-01-05T10:00:00.000Z", "comment": "by hand", "status": {"state": "active"}},
                 {"id": "2", "endsAt": "2026-01-05T10:00:00.000Z", "comment": "%1$s", "status": {"state": "expired"}},
                 {"id": "3", "endsAt": "2026-01-05T10:00:00.000Z", "comment": "%1$s", "status": {"state": "active"}}]""".formatted(mine);
        assertThat(Silence.ours(answer, content, ALERT).orElseThrow())
                .containsExactly(new Silence.Found("3", Instant.parse("2026-01-05T10:00:00Z")));
        assertThat(Silence.ours("[{\"id\": \"3\", \"comm", content, ALERT)).isEmpty();
        assertThat(Silence.ours("{}", content, ALERT)).isEmpty();
        assertThat(Silence.ours("[]", content, ALERT).orElseThrow()).isEmpty();
    }

    @Test
    void anAnswerWithoutANameIsNone() {
        assertThat(Silence.id("{\"silenceID\": \"s-1\"}")).contains("s-1");
        assertThat(Silence.id("{}")).isEmpty();
        assertThat(Silence.id("<html>")).isEmpty();
        assertThat(Silence.isExpired("{\"status\": {\"state\": \"expired\"}}")).isTrue();
        assertThat(Silence.isExpired("nothing")).isFalse();
    }
}
