package org.larum.notifiers.telephone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.notifiers.channel.ChannelExamples;
import org.larum.notifiers.channel.OutboundHttp.Method;
import org.larum.notifiers.channel.Secret;
import tools.jackson.databind.json.JsonMapper;

class GatewayRequestTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static GatewayRequest request(String template, String text) {
        return GatewayRequest.of(new Secret(template), "+447700900123", text, "id-1");
    }

    private static String body(GatewayRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\", \"to\": \"+1", "{number}", "a\\b", "\u2028\"}", "&to=+1#x%00", ChannelExamples.HOSTILE})
    void whateverTheTextIsItStaysInItsPlace(String text) {
        var json = request("""
                {"method": "POST", "url": "https://sms.example.org/send", "headers": {"X-Id": "larum {id}"},
                 "json": {"to": ["{number}", "{digits}"], "say": "Larum: {text}", "flash": true, "tries": 2}}""", text);
        var tree = JSON.readTree(json.body());
        assertThat(tree.at("/to/0").asString()).isEqualTo("+447700900123");
        assertThat(tree.at("/to/1").asString()).isEqualTo("447700900123");
        assertThat(tree.at("/say").asString()).isEqualTo("Larum: " + text);
        assertThat(tree.at("/flash").isBoolean()).isTrue();
        assertThat(tree.size()).isEqualTo(4);
        assertThat(json.headers())
                .containsEntry("X-Id", "larum id-1")
                .containsEntry("Content-Type", "application/json");

        var form = request(
                "{\"method\": \"POST\", \"url\": \"https://sms.example.org/\", \"form\": {\"to\": \"{number}\", \"m\": \"{text}\"}}",
                text);
        var pairs = body(form).split("&");
        assertThat(pairs).hasSize(2);
        assertThat(pairs[0]).isEqualTo("to=%2B447700900123");
        assertThat(URLDecoder.decode(pairs[1], StandardCharsets.UTF_8)).isEqualTo("m=" + text);

        var query = request(
                "{\"method\": \"GET\", \"url\": \"https://sms.example.org/?key=k\", \"query\": {\"to\": \"{digits}\", \"m\": \"{text}\"}}",
                text);
        assertThat(query.method()).isEqualTo(Method.GET);
        assertThat(query.url().getRawQuery()).startsWith("key=k&to=447700900123&m=");
        assertThat(query.url().getRawFragment()).isNull();
        assertThat(query.body()).isEmpty();
    }

    @Test
    void whatIsNoTemplateIsRefused() {
        assertThatThrownBy(() -> request("[]", "x")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> request("{\"method\": \"PATCH\", \"url\": \"https://x.example\"}", "x"))
                .isInstanceOf(RuntimeException.class);
    }
}
