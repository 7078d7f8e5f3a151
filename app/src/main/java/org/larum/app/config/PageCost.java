package org.larum.app.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one page costs the house, in its own currency, as the operator set it; null while nobody has said so. */
public record PageCost(@Nullable Double amount) {

    static final String NAME = "LARUM_PAGE_COST";
    private static final double MOST = 1_000_000;

    /** Such as {@code 25} or {@code 12.50}. */
    public static PageCost from(Map<String, String> environment) {
        var text = environment.getOrDefault(NAME, "").strip();
        if (text.isEmpty()) {
            return new PageCost(null);
        }
        if (text.matches("[0-9]{1,7}(\\.[0-9]{1,4})?") && Double.parseDouble(text) <= MOST) {
            return new PageCost(Double.valueOf(text));
        }
        throw new Settings.Wrong(NAME + " is \"" + text
                + "\"; write what one page costs the house as an amount from 0 to 1000000, such as 25 or 12.50, without"
                + " a currency.");
    }
}
