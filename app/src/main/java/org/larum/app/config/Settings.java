package org.larum.app.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.notifiers.channel.Secret;

/**
 * What the operator set in the environment. A wrong value stops the start with a sentence that says what to write.
 *
 * @param pushHosts hosts that devices may be at, beside the push services of browsers
 * @param url the public address, used in links and signatures; never taken from a request
 */
public record Settings(
        int port,
        String bind,
        Path data,
        URI url,
        @Nullable String databaseUrl,
        @Nullable Path config,
        @Nullable Secret adminToken,
        @Nullable Secret key,
        Set<String> pushHosts) {

    private static final Set<String> KNOWN = Set.of(
            "LARUM_PORT",
            "LARUM_BIND",
            "LARUM_DATA",
            "LARUM_URL",
            "LARUM_DATABASE_URL",
            "LARUM_CONFIG",
            "LARUM_ADMIN_TOKEN",
            "LARUM_KEY",
            "LARUM_KEY_LIMIT",
            "LARUM_PAGE_COST",
            "LARUM_PRIORITY_WEIGHTS",
            "LARUM_PUSH_HOSTS",
            "LARUM_SPOOL_MIB",
            "LARUM_BEHIND_PROXY",
            "LARUM_JAVA_OPTIONS",
            "LARUM_HOME");

    /** Thrown at start; the message is complete. */
    public static final class Wrong extends IllegalArgumentException {
        public Wrong(String sentence) {
            super(sentence);
        }
    }

    public static Settings from(Map<String, String> environment) {
        int port = port(environment.getOrDefault("LARUM_PORT", "8080"));
        var bind = environment.getOrDefault("LARUM_BIND", "127.0.0.1");
        var url = url(environment.getOrDefault("LARUM_URL", "http://" + host(bind) + ":" + port));
        boolean isProxied = "true".equals(environment.get("LARUM_BEHIND_PROXY"));
        if (!isLoopback(bind) && !"https".equals(url.getScheme()) && !isProxied) {
            throw new Wrong("LARUM_BIND is " + bind + ", so others can reach this server, but LARUM_URL is not https:"
                    + " passwords would travel in the clear. Set LARUM_URL=https://your.host (a proxy in front does the"
                    + " encryption), or LARUM_BEHIND_PROXY=true if you know that the way to it is safe.");
        }
        var database = blankToNull(environment.get("LARUM_DATABASE_URL"));
        var key = blankToNull(environment.get("LARUM_KEY"));
        if (database != null && key == null) {
            throw new Wrong(
                    "LARUM_DATABASE_URL is set but LARUM_KEY is not. Secrets in the database are sealed with that"
                            + " key, and every node needs the same one. Make one with: openssl rand -base64 32");
        }
        if (database != null && !database.startsWith("jdbc:postgresql:") && !database.startsWith("postgres")) {
            throw new Wrong(
                    "LARUM_DATABASE_URL must look like jdbc:postgresql://host:5432/larum?user=larum&password=...");
        }
        var token = blankToNull(environment.get("LARUM_ADMIN_TOKEN"));
        if (token != null && token.length() < 16) {
            throw new Wrong("LARUM_ADMIN_TOKEN is shorter than 16 characters. Make one with: openssl rand -hex 32");
        }
        var config = blankToNull(environment.get("LARUM_CONFIG"));
        return new Settings(
                port,
                bind,
                Path.of(environment.getOrDefault("LARUM_DATA", "./data"))
                        .toAbsolutePath()
                        .normalize(),
                url,
                database,
                config == null ? null : Path.of(config).toAbsolutePath(),
                token == null ? null : new Secret(token),
                key == null ? null : new Secret(key),
                words(environment.getOrDefault("LARUM_PUSH_HOSTS", "")));
    }

    /** Names that look like ours but are not: most likely a typing mistake. */
    public static List<String> unknown(Map<String, String> environment) {
        var found = new ArrayList<String>();
        for (var name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith("LARUM_") && !KNOWN.contains(name)) {
                found.add(name);
            }
        }
        return found;
    }

    public boolean isEncrypted() {
        return "https".equals(url.getScheme());
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below, in the same words
        }
        throw new Wrong("LARUM_PORT is \"" + text + "\"; write a number from 1 to 65535, such as 8080.");
    }

    private static URI url(String text) {
        try {
            var url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // told below, in the same words
        }
        throw new Wrong(
                "LARUM_URL is \"" + text + "\"; write the whole public address, such as https://larum.example.com");
    }

    private static boolean isLoopback(String bind) {
        return bind.startsWith("127.") || bind.equals("localhost") || bind.equals("::1");
    }

    private static String host(String bind) {
        return bind.equals("0.0.0.0") || bind.equals("::") ? "127.0.0.1" : bind.contains(":") ? "[" + bind + "]" : bind;
    }

    private static Set<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
