package org.larum.app.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.app.template.Pebble.Unfit;
import org.larum.domain.shared.ChannelKind;

/** Templates choose and shape words; whatever else they try is refused, and soon. */
class TemplateCheckTest {

    private static String filled(String template) throws Unfit {
        return Pebble.fill(template, false, TemplateCheck.EXAMPLE);
    }

    private static String flaw(String template) {
        return TemplateCheck.flaw(ChannelKind.SMS, "text", template).orElse("none");
    }

    @Test
    void wordsAreChosenAndShaped() throws Unfit {
        assertThat(
                        filled(
                                "{{ severity | upper }} INC-{{ number }} {{ title | abbreviate(11) }}{% if others > 0 %} +{{ others }}{% endif %}"))
                .isEqualTo("CRITICAL INC-2047 Payments... +3");
        assertThat(filled("{% if title contains \"fail\" and turn != \"resolved\" %}yes{% else %}no{% endif %}"))
                .isEqualTo("yes");
        assertThat(filled("{{ said | default('nothing') }} {% if said is empty %}-{% endif %}"))
                .startsWith("We are looking into it.");
    }

    @Test
    void foreignWordsAreHarmlessInHtml() throws Unfit {
        var facts = new HashMap<String, Object>(Map.of("title", "<script>alert(1)</script>{{ answer }}"));
        assertThat(Pebble.fill("<p>{{ title }}</p>", true, facts))
                .isEqualTo("<p>&lt;script&gt;alert(1)&lt;/script&gt;{{ answer }}</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ title.class }}",
                "{{ title.getClass().forName('java.lang.Runtime') }}",
                "{{ title.bytes }}",
                "{{ nosuch }}",
                "{{ title",
                "{% if %}",
                "{% include 'x' %}",
                "{% extends 'x' %}",
                "{% import 'x' %}",
                "{% macro m() %}{% endmacro %}",
                "{% set a = title %}",
                "{% for i in range(1, 1000000000) %}x{% endfor %}",
                "{{ range(1, 1000000000) }}",
                "{{ 1..1000000000 }}",
                "{{ title matches '(a+)+$' }}",
                "{{ title | replace({'a': 'aaaa'}) }}",
                "{{ title | raw }}",
                "{% autoescape false %}{{ title }}{% endautoescape %}",
                "{% parallel %}x{% endparallel %}",
                "{% cache 'a' %}x{% endcache %}",
                "{{ max(1, 2) }}"
            })
    void whatCouldGrowOrReachOutIsRefused(String template) {
        assertThat(flaw(template)).startsWith("This template cannot be filled in: ");
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void theLongestIsFilledInSoon() {
        assertThat(flaw("(".repeat(10_000))).isEqualTo("none");
        for (var bomb : new String[] {
            "{{ " + "(".repeat(9_000) + "title" + ")".repeat(9_000) + " }}",
            "{{ " + "not ".repeat(4_000) + "title }}",
            "{% if title is empty %}".repeat(500),
            "{{ " + "title ~ ".repeat(2_000) + "title }}",
            "{{ title " + "| upper ".repeat(2_000) + "}}"
        }) {
            assertThat(flaw(bomb)).isNotNull();
        }
        var long4k = Map.<String, Object>of("title", "x".repeat(4_000));
        assertThatThrownBy(() -> Pebble.fill("{{ title }}".repeat(1_800), false, long4k))
                .isInstanceOf(Unfit.class);
    }

    @Test
    void aMailMustBeAnswerable() {
        assertThat(TemplateCheck.flaw(ChannelKind.EMAIL, "text", "{{ title }}").orElseThrow())
                .contains("{{ answer }}");
        assertThat(TemplateCheck.flaw(ChannelKind.EMAIL, "text", "{{ title }} {{ answer }}"))
                .isEmpty();
        assertThat(TemplateCheck.flaw(ChannelKind.EMAIL, "subject", "{{ title }}"))
                .isEmpty();
    }
}
