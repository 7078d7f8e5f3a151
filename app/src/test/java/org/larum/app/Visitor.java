package org.larum.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Somebody outside at the forms of the status page; each time from elsewhere. */
public final class Visitor {

    private static final AtomicInteger SOURCES = new AtomicInteger();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    public Visitor(String base) {
        this.base = base;
    }

    public int ask(String email) {
        return post("/status/subscribe", "email=" + URLEncoder.encode(email, StandardCharsets.UTF_8));
    }

    /** Presses the button behind the link of the mail that asks back. */
    public int confirm(Postbox.Mail mail) {
        var link = Pattern.compile("/status/subscribe/[\\w-]+").matcher(mail.text());
        if (!link.find()) {
            throw new AssertionError(mail.text());
        }
        return post(link.group(), "");
    }

    private int post(String path, String body) {
        var source = SOURCES.incrementAndGet();
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-For", "203.0." + source / 250 + "." + source % 250)
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
