package org.larum.notifiers.telephone;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.notifiers.channel.OutboundHttp.Method;
import org.larum.notifiers.channel.Secret;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is sent to a gateway. Values are put into the texts of a tree, and only then is the tree written as JSON or as pairs: whatever
 * stands in a title, it stays inside its text.
 */
record GatewayRequest(Method method, URI url, Map<String, String> headers, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern PLACE = Pattern.compile("\\{(number|digits|text|id)}");

    /** As it lies in the safe: one of {@code json}, {@code form} or neither, and {@code query} beside it. */
    private record Template(
            String method,
            String url,
            @Nullable Map<String, String> headers,
            @Nullable Object json,
            @Nullable Map<String, String> form,
            @Nullable Map<String, String> query) {}

    /** @throws RuntimeException when the template is none; the message may hold parts of it */
    static GatewayRequest of(Secret template, String number, String text, String id) {
        var values = Map.of("number", number, "digits", number.replaceAll("[^0-9]", ""), "text", text, "id", id);
        var given = JSON.readValue(template.value(), Template.class);
        var headers = new LinkedHashMap<String, String>();
        headers.put("User-Agent", "Larum");
        byte[] body = {};
        if (given.json() != null) {
            headers.put("Content-Type", "application/json");
            body = JSON.writeValueAsBytes(filled(given.json(), values));
        } else if (given.form() != null) {
            headers.put("Content-Type", "application/x-www-form-urlencoded");
            body = pairs(given.form(), values).getBytes(StandardCharsets.UTF_8);
        }
        // Into a header goes what cannot end its line.
        orNone(given.headers()).forEach((name, value) -> headers.put(name, value.replace("{id}", id)));
        return new GatewayRequest(Method.valueOf(given.method()), url(given, values), headers, body);
    }

    private static URI url(Template given, Map<String, String> values) {
        var query = orNone(given.query());
        return URI.create(
                query.isEmpty()
                        ? given.url()
                        : given.url() + (given.url().contains("?") ? "&" : "?") + pairs(query, values));
    }

    private static Map<String, String> orNone(@Nullable Map<String, String> some) {
        return some == null ? Map.of() : some;
    }

    private static String pairs(Map<String, String> pairs, Map<String, String> values) {
        return pairs.entrySet().stream()
                .map(pair -> encoded(pair.getKey()) + "=" + encoded(filled(pair.getValue(), values)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Object filled(Object tree, Map<String, String> values) {
        return switch (tree) {
            case String text -> filled(text, values);
            case List<?> list ->
                list.stream().map(one -> one == null ? "" : filled(one, values)).toList();
            case Map<?, ?> map -> {
                var all = new LinkedHashMap<Object, Object>();
                map.forEach((name, one) -> all.put(name, one == null ? "" : filled(one, values)));
                yield all;
            }
            default -> tree;
        };
    }

    /** In one pass: a title that says {number} stays as it is. */
    private static String filled(String text, Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }
}
