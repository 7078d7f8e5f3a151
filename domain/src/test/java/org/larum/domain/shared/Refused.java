package org.larum.domain.shared;

import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeMatcher;

/** What the tests of aggregates say of a no. */
public final class Refused {

    private Refused() {}

    public static Matcher<Throwable> with(Refusal.Kind kind, String code) {
        return new TypeSafeMatcher<>() {
            @Override
            protected boolean matchesSafely(Throwable thrown) {
                return thrown instanceof Refusal refusal
                        && refusal.code().equals(code)
                        && refusal.kind() == kind
                        && !refusal.sentence().isBlank();
            }

            @Override
            public void describeTo(Description description) {
                description.appendText("refused: " + kind + " " + code);
            }
        };
    }
}
