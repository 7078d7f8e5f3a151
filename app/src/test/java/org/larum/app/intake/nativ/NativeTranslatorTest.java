package org.larum.app.intake.nativ;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.larum.app.intake.Golden;

class NativeTranslatorTest {

    static Stream<String> cases() {
        return Golden.cases("native");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isTranslatedAsWritten(String name) throws IOException {
        Golden.check("native", name, json -> NativeTranslator.translate(json, Golden.NOW));
    }
}
