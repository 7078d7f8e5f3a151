package org.larum.app.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Link;

/** Collects the links of a foreign item: only http and https, each once, no more than an alert may have. */
public final class Links {

    public static final int MOST = 50;
    public static final int LONGEST = 4096;
    private static final int LONGEST_TEXT = 255;
    private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s\\p{Cntrl}/?#\"<>]+[^\\s\\p{Cntrl}\"<>]*");

    private final Set<String> seen = new LinkedHashSet<>();
    private final List<Link> links = new ArrayList<>();

    public static boolean isWeb(String href) {
        return href.length() <= LONGEST && WEB.matcher(href).matches() && Storable.flaw(href) == null;
    }

    /** Adds it if it is one, and says nothing if not: a bad link must not cost an alert. */
    public Links add(@Nullable String href, @Nullable String text) {
        if (href != null && links.size() < MOST && isWeb(href.strip()) && seen.add(href.strip())) {
            links.add(new Link(href.strip(), text == null ? null : Storable.clip(text, LONGEST_TEXT)));
        }
        return this;
    }

    public List<Link> list() {
        return List.copyOf(links);
    }
}
