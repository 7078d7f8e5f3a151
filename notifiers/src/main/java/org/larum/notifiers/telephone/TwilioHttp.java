package org.larum.notifiers.telephone;

import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.notifiers.channel.OutboundHttp;

/** Twilio's library on Larum's only way out: guarded, with time-outs, and without tries of its own. For one call. */
final class TwilioHttp extends HttpClient {

    private final OutboundHttp http;
    private final @Nullable URI base;
    private final Duration timeout;
    private @Nullable String retryAfter;

    /** @param base where Twilio is; null for its usual place */
    TwilioHttp(OutboundHttp http, @Nullable URI base, Duration timeout) {
        this.http = http;
        this.base = base;
        this.timeout = timeout;
    }

    /** The header of the last answer, as it came. */
    @Nullable
    String retryAfter() {
        return retryAfter;
    }

    /** Delivery tries again, and knows what was tried; a library that does so in silence would send twice. */
    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        try {
            var answer = request.getMethod() == HttpMethod.GET
                    ? http.get(address(request), headers(request), timeout)
                    : http.post(address(request), headers(request), form(request), timeout);
            retryAfter = answer.retryAfter();
            return new Response(answer.body(), answer.status());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> headers(Request request) {
        return Map.of(
                "Authorization",
                request.getAuthString(),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept",
                "application/json");
    }

    private URI address(Request request) {
        var url = URI.create(request.constructURL().toString());
        var query = url.getRawQuery();
        return base == null ? url : base.resolve(url.getRawPath() + (query == null ? "" : "?" + query));
    }

    private static byte[] form(Request request) {
        return request.getPostParams().entrySet().stream()
                .flatMap(entry -> pairs(entry.getKey(), entry.getValue()).stream())
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> pairs(String name, List<String> values) {
        return values.stream()
                .map(value -> encoded(name) + "=" + encoded(value))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
