package org.larum.app.demo;

import org.larum.app.config.Settings;

/** The demonstration. */
public class Demo {

    public static Settings settings(Settings given) {
        return given;
    }
}
