/// The words of which plausible case files are made. Every firm, mark and person is fictional.
enum PlausibleWords {
  /// Syllables of firms and marks.
  static let syllables = Array(
    "腾麒瑞盛恒泰嘉禾晟鑫宏图锦绣骏驰铭扬卓越凯旋博雅华彩星河云帆海岳天工金鹏玉衡福临安捷顺裕丰润百川万象千寻紫荆红棉白鹭青岚"
  ).map(String.init)
  /// What firms deal in, and the goods that go with it, with the unit.
  static let trades: [(firm: String, goods: String, unit: String)] = [
    ("五金", "水龙头", "个"), ("灯饰", "吸顶灯", "盏"), ("鞋业", "运动鞋", "双"), ("服饰", "衬衫", "件"), ("陶瓷", "瓷砖", "箱"),
    ("家具", "沙发", "套"), ("电器", "电饭煲", "台"), ("化妆品", "面霜", "瓶"), ("酒业", "白酒", "瓶"), ("食品", "月饼", "盒"),
    ("建材", "防水涂料", "桶"), ("铝材", "铝型材", "米"), ("纺织", "面料", "米"), ("玩具", "积木", "盒"), ("电子", "充电器", "个"),
    ("机械", "轴承", "个"), ("汽配", "刹车片", "套"), ("茶叶", "红茶", "斤"), ("种业", "稻种", "袋"), ("文化", "图书", "册"),
    ("内衣", "内衣", "件"), ("皮具", "手袋", "个"), ("药业", "膏贴", "盒"), ("日化", "洗衣液", "瓶"),
  ]
  /// How firms are called at the end.
  static let forms = ["有限公司", "商行", "经营部", "门店", "加工厂", "有限公司", "有限公司", "贸易行"]
  /// Towns of the district by code and name, a town once for each share of the case files.
  static let towns: [(code: String, name: String)] = [
    ("GC", "桂城"), ("GC", "桂城"), ("GC", "桂城"), ("GC", "桂城"), ("SS", "狮山"), ("SS", "狮山"), ("SS", "狮山"), ("SS", "狮山"),
    ("DL", "大沥"), ("DL", "大沥"), ("DL", "大沥"), ("LS", "里水"), ("LS", "里水"), ("XQ", "西樵"), ("DZ", "丹灶"), ("JJ", "九江"),
  ]
  static let roads = ["南海大道", "桂澜路", "佛平路", "海八路", "兴业路", "工业大道", "建设路", "人民路"]
  static let surnames = Array("陈黄李梁何吴林张刘罗区关冼麦潘邓").map(String.init)
  /// What is said to have been done, by kind of right.
  static let acts: [String: [String]] = [
    "trademark": ["销售侵犯注册商标专用权的", "生产侵犯注册商标专用权的", "使用近似商标销售", "网店销售假冒注册商标的"],
    "patent": ["假冒专利销售", "许诺销售侵犯外观设计专利的", "制造侵犯实用新型专利的"],
    "copyright": ["复制发行侵权", "网络传播侵权"],
    "gi": ["冒用地理标志专用标志销售"],
    "trade_secret": ["以不正当手段获取技术信息生产"],
    "plant_variety": ["销售假冒授权品种的"],
    "layout_design": ["复制受保护的布图设计生产"],
    "special_mark": ["擅自使用特殊标志销售"],
    "olympic_mark": ["擅自使用奥林匹克标志宣传"],
  ]
}

/// A stream of numbers that an index alone determines (SplitMix64).
struct Lots {
  private var state: UInt64

  init(_ index: Int) { state = UInt64(truncatingIfNeeded: index) &* 0x9E37_79B9_7F4A_7C15 }

  /// A number from 0 below `bound`.
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) >> 33) % bound
  }

  /// One of `choices`.
  mutating func of<T>(_ choices: [T]) -> T { choices[below(choices.count)] }

  /// One of `choices` by its share of a thousand; the last takes the rest.
  mutating func weighted<T>(_ choices: [(share: Int, value: T)]) -> T {
    var left = below(1000)
    for choice in choices.dropLast() {
      left -= choice.share
      if left < 0 { return choice.value }
    }
    return choices[choices.count - 1].value
  }
}
