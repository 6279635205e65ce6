/// The faces papers are set in. A site's licensed fonts come first, free ones after them; the last holds rare characters.
enum TypeFace: String, Sendable {
  /// 仿宋: the body.
  case fangSong = "FangSong_GB2312,FZFangSong-Z02,FandolFang,Noto Serif CJK SC"
  /// 小标宋: titles.
  case title = "FZXiaoBiaoSong-B05,Noto Serif CJK SC Bold"
  /// 黑体: headings.
  case hei = "SimHei,FandolHei,Noto Sans CJK SC"

  /// Families of which the body needs one.
  static let fangSongs: Set<String> = ["FangSong_GB2312", "FZFangSong-Z02", "FandolFang"]
}
