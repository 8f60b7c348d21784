extension ColorScheme {
    /// Ramps with a middle.
    ///
    /// Facts of the named schemes: 33 colours each, evenly spaced, read off a linear scale that vl-convert 1.9.0 drew.
    static let divergingDigits: [String: String] = [
        "blueorange": "134b851c59932567a22d75b03b83b94990c1579dc869aacf7db6d691c3dda4cde3b4d6e7c5deecd4e6efdee9ee"
            + "e8edecf2f0ebf5ebdcf8e6ccfbe1bdfcd8a9fbcd93fbc37df7b767f2a952ec9b3ce48e2bd98120ce7416c2670d"
            + "b55d0ba75409994a07",
        "brownbluegreen": "7041087f4c0e8e58139d6319aa7126b68034c28f42cc9e54d5ae69debe7ee5cb92ead5a4efdeb7f3e7c8f1ead4"
            + "f0eedfeef1eae2efe8d7ece6cbeae4bae3dda8dcd495d4cb82c9bf6ebcb359afa646a19936938b25857d17776f"
            + "106b62095e54025147",
        "pinkyellowgreen": "8e01529e0d60ad186ebd247bc7398ad05198d969a7e17eb5e793c2eca7cef1b8d9f4c5e0f8d3e7fadeedf8e5ee"
            + "f7eceef5f3efeff3e3e9f2d8e2f2ccd6edb9c9e7a4bbe18facd77b9bcd678ac2537ab6436ba9385b9c2e4d8e24"
            + "40802134721d276419",
        "purplegreen": "5b166768257474358281448f8c559b9767a6a278b2ad88bbb897c5c2a5cecdb3d6d6c0dcdfcce3e7d8e8e9e0eb"
            + "ece8edeff0efe8f0e7e1efdfdaefd7ceebcac1e5bcb3dfafa3d79f90cc8f7cc17f6ab57057a762459954348b47"
            + "277c3d1b6d330e5e29",
        "purpleorange": "4114694d247758348564449370569e7d69a98a7cb3978cbda49cc7b1abd0bdb9d9c7c5dfd2d1e6dcdcebe3e2eb"
            + "ebe8eaf3eeeaf6eadbf9e5ccfbe1bdfcd8a9fbcd93fbc37df7b767f2a952ec9b3ce48e2bd98120ce7416c2670d"
            + "b55d0ba75409994a07",
        "redblue": "8c0d259c1a2cac2732bc3339c74643d1594edb6c5ae37f68ea9178f0a387f5b498f7c2aaf9d0bbfadccbf8e3d7"
            + "f5e9e2f2efeee8eceedee9efd4e6efc5deecb4d6e7a4cde391c3dd7db6d669aacf579dc84990c13b83b92d75b0"
            + "2567a21c5993134b85",
        "redgrey": "8c0d259c1a2cac2732bc3339c74643d1594edb6c5ae37f68ea9178f0a387f5b498f8c2aafad1bdfcdecdfbe5d9"
            + "fbede5faf4f1f3eeecebe9e8e4e3e3dadadacfcfcfc4c4c4b8b8b8ababab9e9e9e909090808080717171616161"
            + "525252434343343434",
        "redyellowblue": "a50026b41028c21f2ad12f2cdb4132e45439ed6740f37a49f78d54faa05efcb26afdc177fed185fedf93fde7a2"
            + "fbf0b2faf8c1f1f6cee7f4dcdef1e9d0eaebc0e2eab1d9e9a1cee490c1dc7fb3d570a4cd6293c45582bb4870b2"
            + "415da839499f313695",
        "redyellowgreen": "a50026b41028c21f2ad12f2cdb4132e45439ed6740f37a49f78d53faa05dfcb268fdc175fed183fedf8ffce799"
            + "fbefa4f9f7aeeef4a4e4f19ad9ef90cae986bae27caadb7298d36c84ca6870c1635cb75f47ab5933a05420934e"
            + "1585460b763f006837",
        "spectral": "9e0142ae1345be2648ce384ad9494be2594aec6a4af27b4ff68e57faa15efcb268fdc175fed183fedf8ffde79a"
            + "fcf0a5fbf8b0f3f6abeaf5a7e2f3a2d2eea1c1e7a2b0e0a29dd7a389cda675c3a864b6ab58a6ae4c95b24484b4"
            + "4d73ae5561a85e4fa2",
    ]
}

extension ColorScheme {
    /// Ramps that end where they begin.
    ///
    /// Facts of the named schemes: 33 colours each, evenly spaced, read off a linear scale that vl-convert 1.9.0 drew.
    static let cyclicalDigits: [String: String] = [
        "rainbow": "6e40aa863eb1a13db3ba3cb0d23ea7e7429af8488aff5277ff5f64ff6e51ff8041fb9336efa730debb30cdcf38"
            + "bde145aff05b91f45773f65b57f66540f3742eed8621e39b1bd7af1bc7c21fb6d128a3db3390e0417de04f6bd9"
            + "5c5bce674cbe6e40aa",
        "sinebow": "ff4040fc572bf56f1ae9880ddaa105c6b801b0cd0298df0880ee1267f8204ffd3239fe4826fa5f16f2770ae590"
            + "03d4a900bfbf03a9d40a90e51677f2265ffa3948fe4f32fd6720f88012ee9808dfb002cdc601b8da05a1e90d88"
            + "f51a6ffc2b57ff4040",
    ]
}
