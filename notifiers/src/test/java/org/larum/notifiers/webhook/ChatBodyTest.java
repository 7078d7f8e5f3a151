package org.larum.notifiers.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.larum.domain.notification.NotificationKind;
import org.larum.notifiers.channel.ChannelExamples;
import org.larum.notifiers.channel.ChatFormat;
import org.larum.notifiers.channel.Destination.Endpoint;
import org.larum.notifiers.channel.Message.Content;
import org.larum.notifiers.channel.Message.Notice;
import org.larum.notifiers.channel.Message.Told;
import org.larum.notifiers.channel.OutboundHttp.Method;
import org.larum.notifiers.channel.Secret;
import org.larum.notifiers.webhook.ChatBody.Post;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChatBodyTest {

    private static final URI HOOK = URI.create("https://chat.example.org/hooks/oncall");
    private static final JsonMapper JSON = JsonMapper.shared();

    private static Content content(String title) {
        return ChannelExamples.page(ChannelExamples.titled(title), ChannelExamples.machine());
    }

    private static JsonNode body(ChatFormat format, Content content) {
        return JSON.valueToTree(post(format, HOOK, content).body());
    }

    private static Post post(ChatFormat format, URI url, Told told) {
        var to = new Endpoint(url, new Secret("t0ken"), null, format, "!room:example.org");
        return ChatBody.of(format, to, told, ChannelExamples.NOTIFICATION);
    }

    @Test
    void slackReadsWhatMattersFirstAndALink() {
        var page = content(ChannelExamples.TITLE);
        assertThat(body(ChatFormat.SLACK, page).get("text").asString())
                .isEqualTo("*Answer wanted: Critical INC-1042* 7.2 % of payments fail\ncheckout\n<"
                        + page.reader().incident() + "|Open in Larum>");
    }

    @Test
    void theWordsOfAPersonAreQuoted() {
        var said = new Content(
                NotificationKind.UPDATE,
                "stood-down",
                ChannelExamples.payments(),
                ChannelExamples.machine(),
                ChannelExamples.AT,
                "It was one <host>.");
        assertThat(body(ChatFormat.SLACK, said).get("text").asString())
                .startsWith("*Stood down: Critical INC-1042*")
                .contains("\n> It was one &lt;host&gt;.\n");
    }

    @ParameterizedTest
    @EnumSource(ChatFormat.class)
    void aNoticeIsToldToo(ChatFormat format) {
        var notice = new Notice(
                "Test of ops",
                "Nothing is wrong.",
                URI.create("https://larum.example.org/channels"),
                null,
                ChannelExamples.AT);
        assertThat(JSON.writeValueAsString(post(format, HOOK, notice).body()))
                .contains("Test of ops", "Nothing is wrong.", "https://larum.example.org/channels");
    }

    @Test
    void nobodyIsCalledByTheTitleOfANotice() {
        var notice = new Notice("<!channel> [x](https://evil.example)", "@channel", HOOK, null, ChannelExamples.AT);
        assertThat(JSON.writeValueAsString(post(ChatFormat.SLACK, HOOK, notice).body()))
                .doesNotContain("<!channel>");
        assertThat(JSON.writeValueAsString(
                        post(ChatFormat.DISCORD, HOOK, notice).body()))
                .doesNotContain("[x](");
        assertThat(JSON.writeValueAsString(post(ChatFormat.TEAMS, HOOK, notice).body()))
                .doesNotContain("[x](");
    }

    @Test
    void nobodyIsCalledByAHostileTitle() {
        var hostile = content("<!channel> @channel @everyone **bold** [x](https://evil.example) \n> quote");
        assertThat(body(ChatFormat.SLACK, hostile).get("text").asString()).doesNotContain("<!channel>");
        assertThat(body(ChatFormat.MATTERMOST, hostile).get("text").asString()).doesNotContain("@channel");
        assertThat(body(ChatFormat.GOOGLE_CHAT, hostile).get("text").asString()).doesNotContain("<!");
        var discord = body(ChatFormat.DISCORD, hostile);
        assertThat(discord.at("/allowed_mentions/parse").isEmpty()).isTrue();
        assertThat(discord.get("content").asString()).doesNotContain("[x](").doesNotContain("\n> quote");
        assertThat(body(ChatFormat.TELEGRAM, hostile).get("text").asString()).doesNotContain("@everyone");
        var matrix = body(ChatFormat.MATRIX, hostile);
        assertThat(matrix.get("body").asString()).doesNotContain("@channel");
        assertThat(matrix.get("m.mentions").isEmpty()).isTrue();
        var teams = body(ChatFormat.TEAMS, hostile);
        assertThat(teams.at("/attachments/0/content/body/1/text").asString()).doesNotContain("[x](");
    }

    @Test
    void teamsGetsACardWithAButton() {
        var card = body(ChatFormat.TEAMS, content(ChannelExamples.TITLE)).at("/attachments/0/content");
        assertThat(card.get("type").asString()).isEqualTo("AdaptiveCard");
        assertThat(card.at("/actions/0/url").asString())
                .isEqualTo(ChannelExamples.machine().incident().toString());
    }

    @Test
    void ntfyGetsItsTopicFromTheAddress() {
        Post post = post(ChatFormat.NTFY, URI.create("https://ntfy.example.org/oncall-7"), content("It burns"));
        assertThat(post.url()).isEqualTo(URI.create("https://ntfy.example.org/"));
        assertThat(post.body()).containsEntry("topic", "oncall-7").containsEntry("priority", 5);
    }

    @Test
    void telegramReadsNoMarksButThoseBesideTheText() {
        var telegram = body(ChatFormat.TELEGRAM, content("<b>*_it_* burns</b>"));
        assertThat(telegram.get("chat_id").asString()).isEqualTo("!room:example.org");
        assertThat(telegram.has("parse_mode")).isFalse();
        var text = telegram.get("text").asString();
        assertThat(text).contains("\n<b>*_it_* burns</b>\ncheckout\n");
        assertThat(text.substring(0, telegram.at("/entities/0/length").asInt()))
                .isEqualTo("Answer wanted: Critical INC-1042");
    }

    @Test
    void matrixHasTheIdOfTheMessageInItsAddress() {
        var post = post(ChatFormat.MATRIX, URI.create("https://matrix.example.org"), content("It burns"));
        assertThat(post.method()).isEqualTo(Method.PUT);
        assertThat(post.url())
                .hasToString("https://matrix.example.org/_matrix/client/v3/rooms/%21room%3Aexample.org"
                        + "/send/m.room.message/" + ChannelExamples.NOTIFICATION);
    }

    @ParameterizedTest
    @EnumSource
    void whateverTheTitleIsTheBodyStaysSmall(ChatFormat format) {
        var body = JSON.writeValueAsString(
                post(format, HOOK, content("x<&*_@".repeat(5000))).body());
        assertThat(body.length()).isLessThan(4000);
    }
}
