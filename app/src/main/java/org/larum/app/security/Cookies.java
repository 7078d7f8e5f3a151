package org.larum.app.security;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.larum.app.config.Settings;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/** The session's cookie. Over https its name makes browsers refuse it from anywhere but this very host. */
public final class Cookies {

    static final String CSRF = "larum.csrf";
    private static final String OVER_HTTPS = "__Host-larum";
    private static final String OVER_HTTP = "larum";

    private Cookies() {}

    public static @Nullable String read(ServerWebExchange exchange) {
        var cookies = exchange.getRequest().getCookies();
        var found = cookies.getFirst(OVER_HTTPS) != null ? cookies.getFirst(OVER_HTTPS) : cookies.getFirst(OVER_HTTP);
        return found == null ? null : found.getValue();
    }

    /** What the session's writes must carry, if there is a session. */
    public static @Nullable String csrf(ServerWebExchange exchange) {
        return exchange.getAttribute(CSRF);
    }

    public static ResponseCookie of(String value, Settings settings) {
        return cookie(settings).value(value).maxAge(Accounts.ABSOLUTE).build();
    }

    public static ResponseCookie none(Settings settings) {
        return cookie(settings).maxAge(Duration.ZERO).build();
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(Settings settings) {
        return ResponseCookie.from(settings.isEncrypted() ? OVER_HTTPS : OVER_HTTP, "")
                .httpOnly(true)
                .secure(settings.isEncrypted())
                .sameSite("Lax")
                .path("/");
    }
}
