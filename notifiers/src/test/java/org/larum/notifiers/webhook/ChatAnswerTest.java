package org.larum.notifiers.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.larum.notifiers.channel.ChannelExamples;
import org.larum.notifiers.channel.ChatFormat;
import org.larum.notifiers.channel.Destination.Endpoint;
import org.larum.notifiers.channel.HttpProvider;
import org.larum.notifiers.channel.PlainHttp;
import org.larum.notifiers.channel.Secret;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;

class ChatAnswerTest {

    private final HttpProvider telegram = provider("/bot7:t0ken/sendMessage", ChatFormat.TELEGRAM, "-1007");
    private final HttpProvider matrix = provider("/", ChatFormat.MATRIX, "!room:example.org");

    private static HttpProvider provider(String path, ChatFormat format, String room) {
        return new HttpProvider(base -> new Endpoint(at(base, path), new Secret("t0ken"), null, format, room));
    }

    private static URI at(URI base, String path) {
        return URI.create(base.toString().replaceFirst("/$", "") + path);
    }

    @AfterEach
    void end() {
        telegram.close();
        matrix.close();
    }

    private static SendOutcome send(HttpProvider to) {
        return new WebhookChannel(new PlainHttp(), ChannelExamples.clock(), Duration.ofSeconds(2))
                .send(ChannelExamples.to(
                        to.address(), ChannelExamples.page(ChannelExamples.payments(), ChannelExamples.machine())));
    }

    @Test
    void telegramSaysWhatItCallsTheMessage() {
        telegram.answers(200, Map.of(), "{\"ok\": true, \"result\": {\"message_id\": 42}}");
        assertThat(send(telegram)).isEqualTo(new Accepted("message 42"));
        assertThat(telegram.calls().getFirst().uri()).hasToString("/bot7:t0ken/sendMessage");
        assertThat(telegram.calls().getFirst().json()).contains("\"chat_id\":\"-1007\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            429 | {"ok":false,"error_code":429,"parameters":{"retry_after":17}} | PT17S | false
            429 | {"ok":false,"error_code":429,"parameters":{"retry_after":-4}} | PT1S  | false
            429 | {"ok":false,"error_code":429,"parameters":{"retry_after":99999999999}} | PT5M | false
            200 | {"ok":false,"error_code":429}                                 |       | false
            200 | {"ok":false}                                                  |       | true
            200 | <html>                                                        |       | true
            502 | <html>                                                        |       | true
            503 |                                                               |       | false
            """)
    void telegramIsAskedLater(int status, @Nullable String body, @Nullable Duration wait, boolean unknown) {
        telegram.answers(status, Map.of(), body == null ? "" : body);
        assertThat(send(telegram)).isInstanceOfSatisfying(TryLater.class, it -> {
            assertThat(it.retryAfter()).isEqualTo(wait);
            assertThat(it.unknown()).isEqualTo(unknown);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | {"ok":false,"error_code":400,"description":"Bad Request: chat not found"}       | chat not found. Look at chat:
            400 | {"ok":false,"error_code":400,"parameters":{"migrate_to_chat_id":-10055}}        | Write chat: "-10055"
            401 | {"ok":false,"error_code":401,"description":"Unauthorized"}                      | Look at the token
            403 | {"ok":false,"error_code":403,"description":"Forbidden: bot was kicked"}         | Add it to the chat again
            """)
    void telegramRefuses(int status, String body, String reason) {
        telegram.answers(status, Map.of(), body);
        assertThat(send(telegram))
                .isInstanceOfSatisfying(
                        GiveUp.class,
                        it -> assertThat(it.reason()).contains(reason).doesNotContain("t0ken"));
    }

    @Test
    void matrixIsToldTheSameThingUnderTheSameName() {
        matrix.answers(200, Map.of(), "{\"event_id\": \"$abc\"}");
        assertThat(send(matrix)).isEqualTo(new Accepted("$abc"));
        send(matrix);
        assertThat(matrix.calls()).allSatisfy(call -> {
            assertThat(call.method()).isEqualTo("PUT");
            assertThat(call.uri().getRawPath()).endsWith("/send/m.room.message/" + ChannelExamples.NOTIFICATION);
            assertThat(call.header("Authorization")).isEqualTo("Bearer t0ken");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            429 | {"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":2500} | PT2.5S | false
            429 | {"errcode":"M_LIMIT_EXCEEDED"}                       | PT9S   | false
            200 | <html>                                               |        | true
            500 | {"errcode":"M_UNKNOWN"}                              | PT9S   | false
            """)
    void matrixIsAskedLater(int status, String body, @Nullable Duration wait, boolean unknown) {
        matrix.answers(status, Map.of("Retry-After", "9"), body);
        assertThat(send(matrix)).isInstanceOfSatisfying(TryLater.class, it -> {
            assertThat(it.retryAfter()).isEqualTo(wait);
            assertThat(it.unknown()).isEqualTo(unknown);
        });
    }

    @ParameterizedTest
    @CsvSource({"403, M_FORBIDDEN, Invite its user", "401, M_UNKNOWN_TOKEN, access token", "404, M_NOT_FOUND, refuses"})
    void matrixRefuses(int status, String code, String reason) {
        matrix.answers(status, Map.of(), "{\"errcode\": \"" + code + "\"}");
        assertThat(send(matrix))
                .isInstanceOfSatisfying(
                        GiveUp.class, it -> assertThat(it.reason()).contains(reason));
    }
}
