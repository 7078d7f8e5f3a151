package org.larum.app.api.config;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.larum.app.api.config.Organisation.Acknowledge;
import org.larum.app.api.config.Organisation.Integration;
import org.larum.app.api.config.Organisation.MailServer;
import org.larum.app.api.config.Organisation.Replies;
import org.larum.app.api.config.Organisation.SlackApp;
import org.larum.app.api.config.Organisation.TwilioAccount;
import org.larum.app.api.config.Organisation.Webhook;
import org.larum.notifiers.channel.ChatFormat;
import org.larum.notifiers.channel.Secret;

/** Reads the ways in and out: integrations, the mail server and webhooks, with their secrets. */
final class ChannelReader {

    private static final int SHORTEST_KEY = 32;
    private static final int LONGEST_SECRET = 1000;
    private static final int SMTP = 25;

    private static final List<String> INTEGRATION = List.of("type", "key", "service", "acknowledge");
    private static final List<String> ACKNOWLEDGE = List.of("api", "url", "for", "token", "user", "password");
    private static final String ICINGA = "icinga2";
    private static final String ALERTMANAGER = "alertmanager";
    private static final Duration SHORTEST_QUIET = Duration.ofMinutes(1);
    private static final String QUIET_HINT = "a time such as 4h, from 1m to 7d";
    private static final List<String> CHANNELS =
            List.of("email", "twilio", "sms", "slack", "webhooks", "limits", "templates");
    private static final List<String> EMAIL =
            List.of("host", "port", "from", "user", "password", "encryption", "replies");
    private static final List<String> REPLIES = List.of("to", "key");
    private static final int LONGEST_REPLY_NAME = 11;
    private static final List<String> TWILIO = List.of("account", "token", "from", "voice", "url");
    private static final Pattern ACCOUNT = Pattern.compile("AC[0-9a-f]{32}");
    private static final String NUMBER_HINT = "a number of the account with its country, such as \"+44 7700 900123\"";
    private static final List<String> SLACK = List.of("token", "signingSecret", "channel", "url");
    private static final Pattern SIGNING_SECRET = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern CONVERSATION = Pattern.compile("[CG][A-Z0-9]{7,20}");
    private static final List<String> WEBHOOK = List.of("url", "secret", "previousSecret", "format", "chat");
    private static final List<String> FORMATS =
            Stream.of(ChatFormat.values()).map(ChatFormat::word).toList();
    private static final String ROOM_HINT =
            "which one to write to, such as \"-1001234567890\" or \"!abc:example.org\", in quotes";
    private static final List<String> TYPES = List.of("alertmanager", "pagerduty", "native");
    private static final List<String> ENCRYPTIONS = List.of("auto", "none", "starttls", "tls");
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9.])?|[0-9A-Fa-f:.]+");
    private static final String KEY_HINT = "at least 32 random characters; openssl rand -hex 32 makes some";
    private static final URI NOWHERE = URI.create("");

    private final Reading reading;
    private final Mistakes mistakes;

    /** Where a key was first given. */
    private final Map<String, String> keys = new HashMap<>();

    ChannelReader(Reading reading) {
        this.reading = reading;
        this.mistakes = reading.mistakes();
    }

    Integration integration(Object value, String path) {
        var block = Block.of(value, path, mistakes, "an integration", INTEGRATION);
        var key = block.secret("key", LONGEST_SECRET, KEY_HINT);
        if (!key.value().isEmpty()) {
            checkKey(key.value(), block.at("key"));
        }
        var service = block.text("service", 255, "the word of a service");
        reading.reference(Section.SERVICES, service, block.at("service"));
        var type = block.neededOneOf("type", TYPES);
        var acknowledge = block.given("acknowledge", "{url: \"http://alertmanager:9093\", for: 4h}")
                .map(given -> acknowledge(given, block.at("acknowledge")));
        if (acknowledge.isPresent() && acknowledge.get().api() == null && !type.equals(ALERTMANAGER)) {
            mistakes.add(
                    block.at("acknowledge"),
                    "Only Alertmanager and Icinga 2 can be told. Take this out, or write type: alertmanager, or api: icinga2 for an"
                            + " Icinga that sends here.");
        }
        return new Integration(type, key, service, acknowledge.orElse(null));
    }

    private Acknowledge acknowledge(Object value, String path) {
        var block = Block.of(value, path, mistakes, "where to acknowledge", ACKNOWLEDGE);
        var url = block.text("url", 4000, "where it is, such as http://alertmanager:9093 or https://icinga:5665");
        var user = block.optionalText("user", 255, "the user there, or at what stands before it");
        var password = block.optionalSecret("password", LONGEST_SECRET, "the password of the user");
        var token = block.optionalSecret("token", LONGEST_SECRET, "the token that goes as a Bearer");
        if (block.has("user") != block.has("password")) {
            var missing = block.at(block.has("user") ? "password" : "user");
            mistakes.add(missing, "This is missing. A user and a password go together: write both or none.");
        }
        if (block.has("token") && block.has("user")) {
            mistakes.add(block.at("token"), "Either a token, or a user and a password. Take the one or the other out.");
        }
        boolean isIcinga =
                block.oneOf("api", List.of(ALERTMANAGER, ICINGA), ALERTMANAGER).equals(ICINGA);
        if (isIcinga && user.isEmpty()) {
            mistakes.add(
                    block.at("user"),
                    "This is missing. Icinga takes the name and the password of an ApiUser: write both.");
        }
        return new Acknowledge(
                url.isEmpty() ? NOWHERE : base(url, block.at("url")),
                quiet(block),
                user.orElse(null),
                password.or(() -> token).orElse(null),
                isIcinga ? ICINGA : null);
    }

    private URI base(String url, String path) {
        var base = reading.web(url, path).orElse(NOWHERE);
        if (base.getRawQuery() != null || base.getRawFragment() != null) {
            mistakes.add(
                    path,
                    "This address must end with its path: what is called there is added to it. Take the rest out.");
        }
        return base;
    }

    private Duration quiet(Block block) {
        return block.needed("for", QUIET_HINT)
                .flatMap(value -> {
                    var time = value instanceof String text ? Pause.read(text) : Optional.<Duration>empty();
                    if (time.isEmpty() || time.get().compareTo(SHORTEST_QUIET) < 0) {
                        mistakes.add(block.at("for"), "This is not how long to be quiet. Write " + QUIET_HINT + ".");
                    }
                    return time;
                })
                .orElse(SHORTEST_QUIET);
    }

    private void checkKey(String key, String path) {
        if (key.length() < SHORTEST_KEY) {
            mistakes.add(path, "This key is too short. Write " + KEY_HINT + ".");
            return;
        }
        var first = keys.putIfAbsent(key, path);
        if (first != null) {
            mistakes.add(path, "The same key is at " + first + ". Each integration needs a key of its own.");
        }
    }

    /** The block of all channels; without fields when there is none. */
    Block channels(Block file) {
        Object value = file.given("channels", "{email: {...}, webhooks: {...}}").orElse(Map.of());
        return Block.of(value, file.at("channels"), mistakes, "the channels", CHANNELS);
    }

    Optional<MailServer> email(Block channels) {
        return channels.given("email", "a mail server, such as {host: smtp.example.com, from: larum@example.com}")
                .map(value -> email(value, channels.at("email")));
    }

    private MailServer email(Object value, String path) {
        var block = Block.of(value, path, mistakes, "the mail server", EMAIL);
        var host = block.text("host", 253, "the name of the mail server, such as smtp.example.com");
        if (!host.isEmpty() && !HOST.matcher(host).matches()) {
            mistakes.add(block.at("host"), "This is not a host. Write only its name, such as smtp.example.com.");
        }
        var from = block.text("from", 255, "the address that mails come from, such as larum@example.com");
        if (!from.isEmpty() && !reading.isMailbox(from)) {
            mistakes.add(block.at("from"), "This is not an e-mail address. Write one such as larum@example.com.");
        }
        var user = block.optionalText("user", 255, "the user at the mail server");
        var password = block.optionalSecret("password", LONGEST_SECRET, "the password at the mail server");
        if (block.has("user") != block.has("password")) {
            var missing = block.at(block.has("user") ? "password" : "user");
            mistakes.add(missing, "This is missing. A user and a password go together: write both or none.");
        }
        return new MailServer(
                host,
                block.number("port", 1, 65535, SMTP),
                from,
                user.orElse(null),
                password.orElse(null),
                block.oneOf("encryption", ENCRYPTIONS, "auto"),
                block.given("replies", "{to: reply@in.example.com, key: ...}")
                        .map(given -> replies(given, block.at("replies")))
                        .orElse(null));
    }

    /** The name grows by a token, and may have no more than 64 letters then. */
    private Replies replies(Object value, String path) {
        var block = Block.of(value, path, mistakes, "how mails are answered", REPLIES);
        var to = block.text("to", 255, "the address that answers go to, such as reply@in.example.com");
        if (!to.isEmpty() && !reading.isMailbox(to)) {
            mistakes.add(block.at("to"), "This is not an e-mail address. Write one such as reply@in.example.com.");
        } else if (to.indexOf('@') > LONGEST_REPLY_NAME || to.indexOf('+') >= 0) {
            mistakes.add(
                    block.at("to"),
                    "Larum puts a token behind the name, as in reply+TOKEN@in.example.com. Write a name of at most "
                            + LONGEST_REPLY_NAME + " letters without a plus.");
        }
        var key = block.secret("key", LONGEST_SECRET, KEY_HINT);
        if (!key.value().isEmpty()) {
            checkKey(key.value(), block.at("key"));
        }
        return new Replies(to, key);
    }

    Optional<TwilioAccount> twilio(Block channels) {
        return channels.given(
                        "twilio", "an account with Twilio, such as {account: AC..., token: ..., from: \"+44...\"}")
                .map(value -> twilio(value, channels.at("twilio")));
    }

    private TwilioAccount twilio(Object value, String path) {
        var block = Block.of(value, path, mistakes, "the account with Twilio", TWILIO);
        var account = block.text("account", 34, "the account SID, AC and 32 letters and digits");
        if (!account.isEmpty() && !ACCOUNT.matcher(account).matches()) {
            mistakes.add(block.at("account"), "This is not an account SID. It is AC and 32 digits and letters a to f.");
        }
        var from = block.text("from", 30, NUMBER_HINT);
        var voice = block.optionalText("voice", 30, NUMBER_HINT);
        var url = block.optionalText("url", 4000, "where Twilio is, when it is not api.twilio.com");
        return new TwilioAccount(
                account,
                block.secret("token", LONGEST_SECRET, "the auth token of the account"),
                from.isEmpty() ? from : number(from, block.at("from")),
                voice.map(one -> number(one, block.at("voice"))).orElse(null),
                url.flatMap(one -> reading.web(one, block.at("url"))).orElse(null));
    }

    private String number(String text, String path) {
        return PersonReader.number(text).orElseGet(() -> {
            mistakes.add(path, "This is not a telephone number. Write " + NUMBER_HINT + ".");
            return text;
        });
    }

    Optional<SlackApp> slack(Block channels) {
        return channels.given("slack", "the app in Slack, such as {token: xoxb-..., signingSecret: ..., channel: C...}")
                .map(value -> slack(value, channels.at("slack")));
    }

    private SlackApp slack(Object value, String path) {
        var block = Block.of(value, path, mistakes, "the app in Slack", SLACK);
        var token = block.secret("token", LONGEST_SECRET, "the bot token of the app, which begins with xoxb-");
        if (!token.value().isEmpty() && !token.value().startsWith("xoxb-")) {
            mistakes.add(
                    block.at("token"),
                    "This is not a bot token. Copy the one that begins with xoxb- from \"OAuth & Permissions\" of the app.");
        }
        var secret =
                block.secret("signingSecret", LONGEST_SECRET, "the signing secret of the app, 32 digits and letters");
        if (!secret.value().isEmpty() && !SIGNING_SECRET.matcher(secret.value()).matches()) {
            mistakes.add(
                    block.at("signingSecret"),
                    "This is not a signing secret. Copy its 32 digits and letters a to f from \"Basic Information\" of"
                            + " the app.");
        }
        var channel = block.optionalText("channel", 100, "the id of a channel, such as C0123456789");
        if (channel.isPresent() && !CONVERSATION.matcher(channel.get()).matches()) {
            mistakes.add(
                    block.at("channel"),
                    "This is not the id of a channel. It begins with C and stands at the end of \"About\" of the"
                            + " channel in Slack; a name such as #incidents can change.");
        }
        var url = block.optionalText("url", 4000, "where Slack is, when it is not slack.com");
        return new SlackApp(
                token,
                secret,
                channel.orElse(null),
                url.flatMap(one -> reading.web(one, block.at("url"))).orElse(null));
    }

    Map<String, Webhook> webhooks(Block channels) {
        return reading.entries(channels, "webhooks", Section.WEBHOOKS, this::webhook);
    }

    private Webhook webhook(Object value, String path) {
        var block = Block.of(value, path, mistakes, "a webhook", WEBHOOK);
        var url = block.text("url", 4000, "where to send to, such as https://hooks.example.com/larum");
        var address =
                url.isEmpty() ? NOWHERE : reading.web(url, block.at("url")).orElse(NOWHERE);
        return block.has("format") ? chat(block, address, url) : machine(block, address);
    }

    private Webhook machine(Block block, URI address) {
        var secret = block.secret("secret", LONGEST_SECRET, "the secret that signs the messages");
        var previous = block.optionalSecret("previousSecret", LONGEST_SECRET, "the secret before this one");
        if (block.has("chat")) {
            mistakes.add(block.at("chat"), "Only a chat has rooms. Write its format, or take this out.");
        }
        return new Webhook(address, secret, null, previous.orElse(null), null);
    }

    private Webhook chat(Block block, URI address, String url) {
        var word = block.neededOneOf("format", FORMATS);
        var format = ChatFormat.of(word.isEmpty() ? FORMATS.getFirst() : word);
        if (block.has("previousSecret")) {
            mistakes.add(block.at("previousSecret"), "A chat checks no signature. Take this out.");
        }
        if (format.isAddressSecret() && block.has("secret")) {
            mistakes.add(block.at("secret"), "A chat checks no signature: its address is the secret. Take this out.");
        }
        if (!format.hasRooms() && block.has("chat")) {
            mistakes.add(block.at("chat"), "The address of this chat says which one it is. Take this out.");
        }
        return new Webhook(
                address,
                format.isAddressSecret()
                        ? new Secret(url)
                        : block.secret("secret", LONGEST_SECRET, "the access token of the user who writes there"),
                word,
                null,
                format.hasRooms() ? block.text("chat", 255, ROOM_HINT) : null);
    }
}
