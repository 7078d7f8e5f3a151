package org.larum.notifiers.channel;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** A way out without any guard. */
public final class PlainHttp implements OutboundHttp {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Override
    public Answer call(Method method, URI url, Map<String, String> headers, byte[] body, Duration timeout)
            throws IOException {
        var request =
                HttpRequest.newBuilder(url).timeout(timeout).method(method.name(), BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Retry-After").orElse(null),
                    answer.body());
        } catch (ConnectException e) {
            throw new NotSent("nothing listens there");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
