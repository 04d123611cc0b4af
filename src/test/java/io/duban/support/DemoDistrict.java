package io.duban.support;

import java.util.UUID;

/** People and units of the demo district that tests speak of by name. */
public final class DemoDistrict {

    public static final UUID HOUSING_BUREAU = id(111);
    public static final UUID URBAN_BUREAU = id(112);
    public static final UUID POLICE = id(113);
    public static final UUID DONGHU = id(115);
    public static final UUID LEADER = id(201);
    public static final UUID DEPUTY = id(202);
    public static final UUID DEPUTY_2 = id(203);
    public static final UUID DIRECTOR = id(204);
    public static final UUID OFFICE_DEPUTY = id(205);
    public static final UUID REGISTRAR = id(206);
    public static final UUID DOC_HANDLER = id(207);
    public static final UUID SUPERVISOR = id(213);
    public static final UUID AGENT = id(215);
    public static final UUID DISPATCHER = id(216);
    public static final UUID HOTLINE_AUDITOR = id(217);
    public static final UUID CALLBACK_AGENT = id(218);
    public static final UUID HOTLINE_MANAGER = id(219);
    public static final UUID SYSADMIN = id(225);
    public static final UUID SECURITY_AUDITOR = id(227);
    public static final UUID HOUSING_HEAD = id(228);
    public static final UUID HOUSING_DEPUTY = id(229);
    public static final UUID HOUSING_LIAISON = id(230);
    public static final UUID HOUSING_HANDLER = id(231);
    public static final UUID URBAN_HEAD = id(232);
    public static final UUID URBAN_DEPUTY = id(233);
    public static final UUID URBAN_LIAISON = id(234);
    public static final UUID URBAN_HANDLER = id(235);
    public static final UUID POLICE_HEAD = id(236);
    public static final UUID PARTNER = id(290);

    private DemoDistrict() {}

    private static UUID id(int number) {
        return UUID.fromString("01900000-0000-7000-8000-000000000" + number);
    }
}
