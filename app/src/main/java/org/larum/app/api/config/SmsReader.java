package org.larum.app.api.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.config.Organisation.HttpGateway;
import org.larum.app.api.config.Organisation.SmsGateway;
import org.larum.notifiers.channel.Secret;
import tools.jackson.databind.json.JsonMapper;

/** Reads who takes text messages: gateways over HTTP with the words that they are asked in, folders of smstools, the account with Twilio. */
final class SmsReader {

    private static final int MOST = 10;
    private static final int MOST_COUNTRIES = 250;
    private static final int MOST_PAIRS = 50;
    private static final int LONGEST = 2000;
    private static final int LONGEST_REQUEST = 20_000;

    private static final List<String> GATEWAY = List.of("name", "countries", "http", "spool", "twilio");
    private static final List<String> KINDS = List.of("http", "spool", "twilio");
    private static final List<String> HTTP = List.of("url", "method", "headers", "json", "form", "query", "receipt");
    private static final List<String> METHODS = List.of("GET", "POST", "PUT");
    private static final List<String> PLACES = List.of("number", "digits", "text", "id");

    private static final Pattern COUNTRY = Pattern.compile("\\+[1-9][0-9]{0,6}");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z_]+)}");
    private static final Pattern POINTER = Pattern.compile("(/[^\\s/]+)+");
    private static final String LIST_HINT =
            "gateways in the order in which they are asked, such as [{spool: /var/spool/sms/outgoing}, {twilio: true}]";
    private static final String COUNTRIES_HINT = "how numbers begin, such as [\"+44\", \"+49\"]";
    private static final String PLACES_HINT = "{number}, {digits}, {text} or {id}";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Reading reading;
    private final Mistakes mistakes;

    SmsReader(Reading reading) {
        this.reading = reading;
        this.mistakes = reading.mistakes();
    }

    Optional<List<SmsGateway>> gateways(Block channels) {
        if (channels.given("sms", LIST_HINT).isEmpty()) {
            return Optional.empty();
        }
        var list = channels.list("sms", MOST, LIST_HINT);
        var gateways = new ArrayList<SmsGateway>();
        var names = new HashSet<String>();
        for (int i = 0; i < list.size(); i++) {
            var path = channels.at("sms") + "[" + i + "]";
            var gateway = gateway(list.get(i), path);
            if (!names.add(gateway.name())) {
                mistakes.add(path, "Another gateway is called so, too. Write a name for each, such as name: berlin.");
            }
            gateways.add(gateway);
        }
        return Optional.of(gateways);
    }

    private SmsGateway gateway(@Nullable Object value, String path) {
        var block = Block.of(value, path, mistakes, "an SMS gateway", GATEWAY);
        var kinds = KINDS.stream().filter(block::has).toList();
        if (value instanceof Map && kinds.size() != 1) {
            mistakes.add(path, "This must have one of " + String.join(", ", KINDS) + ". Write one of them.");
        }
        if (block.has("twilio")) {
            if (!block.flag("twilio")) {
                mistakes.add(block.at("twilio"), "This must be true. Leave the whole entry out otherwise.");
            }
            reading.reference(Section.TWILIO, Section.TWILIO_WORD, block.at("twilio"));
        }
        var http = block.given("http", "a gateway over HTTP, such as {url: ..., json: {to: \"{number}\"}}")
                .map(given -> http(given, block.at("http")));
        var spool = block.optionalText("spool", LONGEST, "a folder, such as /var/spool/sms/outgoing");
        spool.ifPresent(folder -> checkFolder(folder, block.at("spool")));
        return new SmsGateway(
                block.optionalText("name", 40, "what you call it, such as berlin")
                        .orElse(kinds.isEmpty() ? "" : kinds.getFirst()),
                countries(block),
                http.orElse(null),
                spool.orElse(null));
    }

    private void checkFolder(String folder, String path) {
        boolean isWhole = folder.startsWith("/")
                && !folder.contains("//")
                && !List.of(folder.split("/", -1)).contains("..");
        if (!isWhole) {
            mistakes.add(path, "This is not a whole path. Write one such as /var/spool/sms/outgoing.");
        }
    }

    private List<String> countries(Block block) {
        var list = block.optionalList("countries", MOST_COUNTRIES, COUNTRIES_HINT);
        for (int i = 0; i < list.size(); i++) {
            if (!(list.get(i) instanceof String country
                    && COUNTRY.matcher(country).matches())) {
                mistakes.add(
                        block.at("countries") + "[" + i + "]",
                        "No number begins so. Write " + COUNTRIES_HINT + ", in quotes.");
            }
        }
        return list.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .distinct()
                .toList();
    }

    private HttpGateway http(Object value, String path) {
        var block = Block.of(value, path, mistakes, "a gateway over HTTP", HTTP);
        var url = block.secret("url", LONGEST, "where it takes messages, such as https://sms.example.com/send")
                .value();
        var place = url.isEmpty()
                ? Optional.<String>empty()
                : reading.web(url, block.at("url")).map(Definitions::place);
        boolean hasBody = block.has("json") || block.has("form");
        var method = block.oneOf("method", METHODS, hasBody ? "POST" : "GET");
        if (hasBody && method.equals("GET")) {
            mistakes.add(block.at("method"), "A GET has no body. Write POST or PUT, or query: instead of the body.");
        }
        if (block.has("json") && block.has("form")) {
            mistakes.add(block.at("form"), "There is one body. Write json: or form:, not both.");
        }
        var request = new LinkedHashMap<String, Object>();
        request.put("method", method);
        request.put("url", url);
        put(request, "headers", headers(block));
        put(
                request,
                "json",
                block.given("json", "the body, such as {to: \"{number}\", text: \"{text}\"}")
                        .orElse(null));
        put(request, "form", pairs(block, "form"));
        put(request, "query", pairs(block, "query"));
        checkPlaces(request, block, path);
        var receipt = block.optionalText("receipt", 200, "where its answer has the id, such as /messages/0/id");
        receipt.filter(pointer -> !POINTER.matcher(pointer).matches())
                .ifPresent(pointer -> mistakes.add(
                        block.at("receipt"), "This is not a JSON pointer. Write one such as /id or /messages/0/id."));
        var text = JSON.writeValueAsString(request);
        if (text.length() > LONGEST_REQUEST) {
            mistakes.add(path, "This is longer than %,d characters. Write less.".formatted(LONGEST_REQUEST));
        }
        return new HttpGateway(place.orElse(""), new Secret(text), receipt.orElse(null));
    }

    private static void put(Map<String, Object> request, String name, @Nullable Object value) {
        if (value != null) {
            request.put(name, value);
        }
    }

    private @Nullable Map<String, String> headers(Block block) {
        var headers = pairs(block, "headers");
        if (headers != null) {
            headers.keySet().stream()
                    .filter(name -> !HEADER.matcher(name).matches())
                    .forEach(name -> mistakes.add(
                            block.at("headers"),
                            Suggestion.shown(name) + " is not a header. Write letters, digits and hyphens."));
        }
        return headers;
    }

    private @Nullable Map<String, String> pairs(Block block, String name) {
        var hint = "texts by their names, such as {to: \"{number}\"}";
        var given = block.given(name, hint);
        if (given.isEmpty()) {
            return null;
        }
        if (!(given.get() instanceof Map<?, ?> map) || map.isEmpty() || map.size() > MOST_PAIRS) {
            mistakes.add(block.at(name), "There must be 1 to " + MOST_PAIRS + " here. Write " + hint + ".");
            return null;
        }
        var names = map.keySet().stream().map(Block::printable).toList();
        var part = Block.of(map, block.at(name), mistakes, "these pairs", names);
        var pairs = new LinkedHashMap<String, String>();
        names.forEach(key ->
                pairs.put(key, part.secret(key, LONGEST, "text, in quotes").value()));
        return pairs;
    }

    /** What is sent must say what to whom, and a place with a slip of the pen would reach people as it is written. */
    private void checkPlaces(Map<String, Object> request, Block block, String path) {
        var found = new HashSet<String>();
        for (var part : List.of("json", "form", "query")) {
            texts(request.get(part)).forEach(text -> {
                if (text.contains(ConfigView.HIDDEN)) {
                    mistakes.add(
                            block.at(part),
                            "These dots only stand where Larum hides a secret. Write the secret itself.");
                }
                found.addAll(places(text, block.at(part)));
            });
        }
        boolean isWhole = found.contains("text") && (found.contains("number") || found.contains("digits"));
        if (!isWhole && !"".equals(request.get("url"))) {
            mistakes.add(
                    path,
                    "What is sent does not say what to whom. Write json:, form: or query: with {text} and {number} or"
                            + " {digits} in it.");
        }
    }

    private Set<String> places(String text, String path) {
        var places = new HashSet<String>();
        var match = PLACE.matcher(text);
        while (match.find()) {
            var place = match.group(1);
            if (!PLACES.contains(place)) {
                mistakes.add(path, "There is no {" + place + "}. Write " + PLACES_HINT + ".");
            }
            places.add(place);
        }
        return places;
    }

    private static Stream<String> texts(@Nullable Object tree) {
        return switch (tree) {
            case null -> Stream.empty();
            case String text -> Stream.of(text);
            case Collection<?> list -> list.stream().flatMap(SmsReader::texts);
            case Map<?, ?> map -> map.values().stream().filter(Objects::nonNull).flatMap(SmsReader::texts);
            default -> Stream.empty();
        };
    }
}
